"""Where `padan` and `python -m translator` begin."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line. Ctrl-C ends it quietly also while its modules are being imported."""
    try:
        from translator import cli

        return cli.main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
