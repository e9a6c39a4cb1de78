# make demo   set up .venv and translate examples/ with the sample glossary
# make test   set up .venv, check style and types, and run all tests
# make prove  what takes long: property tests with many more examples, growth, speed of a folder, killed runs,
#             damaged files for every reader, the segments that OmegaT finds in translations
# make page   make docs/page.png anew; needs chromium
# make clean  remove what these made, except .venv
#
# The first run downloads the packages of constraints.txt; later ones install nothing.

PYTHON ?= python3
BIN := .venv/bin
# The rooms whose property tests are worth many more examples: they parse what comes from others.
PARSERS := tests/formats tests/bilingual tests/glossary/files tests/language

.PHONY: demo test prove page clean

demo: .venv/installed
	@rm -rf examples/out
	$(BIN)/padan translate examples/*.id.* -g examples/glossary.tsv -o examples/out/
	@echo
	@for file in examples/out/*.txt; do echo "== $$file"; head -n 5 "$$file"; done
	@echo
	@echo "Source and translation side by side, for a browser:"
	@ls examples/out/*.html

test: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest

prove: .venv/installed-dev
	$(BIN)/python -m pytest --quiet --hypothesis-profile=prove $(PARSERS)
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.folder --rounds 3
	$(BIN)/python -m benchmarks.kills --files 200
	$(BIN)/python -m benchmarks.kills --kills 100 --runner dask
	$(BIN)/python -m benchmarks.kills --kills 50 --shards 3
	$(BIN)/python -m benchmarks.fuzz --minutes 10
	$(BIN)/python -m benchmarks.peers.segments

page: .venv/installed
	$(BIN)/padan translate examples/berita.id.txt -g examples/glossary.tsv -o examples/out/page/berita.id.txt
	chromium --headless --no-sandbox --hide-scrollbars --window-size=1180,760 --screenshot=docs/page.png \
		"file://$(CURDIR)/examples/out/page/berita.id.txt.id-en.html"

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Padan needs Python 3.11 or later, and this is %s; try: make PYTHON=python3.12" % sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	@touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf examples/out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find translator glossary tests benchmarks training -name __pycache__ -prune -exec rm -rf {} +
