#!/usr/bin/env python
"""Build the public site from the city's records: `python build.py --help`."""

import signal
import sys

from suluh.cli import run

if __name__ == "__main__":
    for sign in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(sign) is signal.SIG_DFL:  # not where nohup has it ignored
            signal.signal(sign, signal.default_int_handler)  # ends as tidily as by Ctrl-C
    sys.exit(run())
