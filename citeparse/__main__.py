"""``python -m citeparse`` is the command ``citeparse``."""

from __future__ import annotations

import sys

from citeparse.cli import main

if __name__ == "__main__":
    sys.exit(main())
