"""Vega for readers' browsers, bundled out of vl-convert, which takes two seconds.

It depends on that package alone. So it is made where the packages are installed, as their
bytecode is: `python -m suluh.studio`. A build that does not find it there makes it in its cache.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from suluh import store
from suluh.studio.engine import refuse_after_fork

_EXPORT = "export { vegaEmbed };"


def library(cache: Path) -> str:
    """The bundle, an ECMAScript module; made if neither the packages nor the cache have it."""
    return _kept(cache) or _made(cache)


def install() -> None:
    """Make the bundle beside the packages, for all who use them.

    Where nothing may be written there, every project makes its own.
    """
    with suppress(OSError):
        _made(_beside_the_packages())
        _path(_beside_the_packages()).chmod(0o644)  # no record


def has_library(cache: Path) -> bool:
    """Whether the bundle is there, whole."""
    return _kept(cache) is not None


def _kept(cache: Path) -> str | None:
    kept = map(store.read, (_path(_beside_the_packages()), _path(cache)))
    return next(filter(None, kept), None)


def _made(folder: Path) -> str:
    import vl_convert  # noqa: PLC0415 only where the bundle is not kept yet

    refuse_after_fork()
    bundle = str(vl_convert.javascript_bundle(_EXPORT))
    store.write(_path(folder), bundle)
    return bundle


def _path(folder: Path) -> Path:
    return folder / "vega" / f"{version('vl-convert-python')}-{store.digest(_EXPORT)[:8]}.js"


def _beside_the_packages() -> Path:
    return Path(sys.prefix) / "share" / "suluh"
