#!/usr/bin/env python
"""Build the public site from the city's records: `python build.py --help`."""

import sys

from suluh.cli import run

if __name__ == "__main__":
    sys.exit(run())
