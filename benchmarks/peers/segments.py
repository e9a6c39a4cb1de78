"""Does OmegaT find as many segments in Padan's translations as in their sources?

    python -m benchmarks.peers.segments [FILE...]

The documents are those of `benchmarks.peers` and the files that are named. Every sentence is translated, its words in
capitals. Exit code 1 where the numbers differ; 0 without a comparison where OmegaT is not installed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.peers.__main__ import DOCUMENTS
from benchmarks.peers.programs import omegat_project, omegat_segments, translated_by_padan


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    args = parser.parse_args()
    if not shutil.which("omegat"):
        print("OmegaT is not installed (apt-get install omegat): no comparison")
        return 0
    sources = [(document.name, document.suffix, document.data) for document in DOCUMENTS]
    sources += [(path.name, path.suffix, path.read_bytes()) for path in args.files]
    differ = False
    for name, suffix, data in sources:
        before, after = _counts(suffix, data)
        differ = differ or before != after
        print(f"{name}: {before} segments in the source, {after} in the translation", flush=True)
    return int(differ)


def _counts(suffix: str, data: bytes) -> tuple[int, int]:
    """How many segments OmegaT finds in a document, and in Padan's translation of it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"source{suffix}"
        source.write_bytes(data)
        return _count(source), _count(translated_by_padan(source, same=False))


def _count(path: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        alone = Path(folder) / path.name
        shutil.copy(path, alone)
        return omegat_segments(omegat_project(alone)).count("<tu>")


if __name__ == "__main__":
    sys.exit(main())
