"""What charts need of the packages alone, once those are installed: `python -m suluh.charts`."""

from __future__ import annotations

from suluh.charts.library import install

if __name__ == "__main__":
    install()
