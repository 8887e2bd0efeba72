#!/usr/bin/env python
"""Build the public site from the city's records: `python build.py --help`."""

import signal
import sys

from suluh.cli import run

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as tidily as Ctrl-C does
    sys.exit(run())
