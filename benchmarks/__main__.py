"""``python -m benchmarks``: every benchmark beside its goal."""

import sys

from benchmarks.run import main

raise SystemExit(main(sys.argv[1:]))
