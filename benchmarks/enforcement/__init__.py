"""How well is a glossary obeyed, at what price, and what do others do? See `python -m benchmarks.enforcement -h`."""
