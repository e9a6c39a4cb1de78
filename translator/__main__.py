"""Where `padan` and `python -m translator` begin."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command line. Ctrl-C ends it quietly also while its modules are being imported."""
    # The threads of numpy's OpenBLAS, one for each core, would only wait for work: a tenth of a second of each core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from translator import cli

        return cli.main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
