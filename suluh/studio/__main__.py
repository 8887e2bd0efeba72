"""What charts need of the packages alone, once those are installed: `python -m suluh.studio`."""

from __future__ import annotations

from suluh.studio.library import install

if __name__ == "__main__":
    install()
