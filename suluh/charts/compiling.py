"""Chart kinds compiled to Vega, once: a build that finds them compiled never imports altair."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from suluh import store
from suluh.charts.lettering import unmeasured
from suluh.charts.whole_rows import unguarded

Vega = dict[str, Any]

_DRAWN_BY = ("palette", "lettering", "whole_rows", "svg", "drawing")
"""Our modules, beside the specs, whose every change may change a drawing."""


@cache
def edition() -> str:
    """A name for all that a drawing depends on beside its data: our sources, the libraries."""
    sources = sorted(Path(__file__).parent.glob("specs/*.py"))
    sources += [Path(__file__).with_name(f"{name}.py") for name in _DRAWN_BY]
    libraries = [version(name) for name in ("altair", "vl-convert-python")]
    return store.digest(*libraries, *(path.read_text(encoding="utf-8") for path in sources))[:16]


KINDS = {
    "perjalanan": True,
    "pengaduan": True,
    "jp": False,
    "ikm-tren": True,
    "komitmen": True,
    "dampak": False,
    "corong": False,
    "unsur": False,
    "nilai": False,
    "predikat": False,
    "kurva": False,
    "sebaran": False,
}
"""Every chart kind, and whether it has a wide drawing, too; the slowest to compile first."""


def uncompiled(folder: Path) -> tuple[tuple[str, bool], ...]:
    """The drawings, as (kind, wide), that the cache does not hold yet."""
    drawings = [(kind, wide) for kind, both in KINDS.items() for wide in (False, *[True] * both)]
    return tuple(d for d in drawings if not _kept(*d, folder).exists())


def _kept(kind: str, wide: bool, folder: Path) -> Path:
    return folder / "vega" / f"{edition()}-{kind}-{'wide' if wide else 'narrow'}.json"


@cache
def compiled(kind: str, wide: bool, folder: Path) -> Vega:
    """The Vega drawing of a kind, its data sets empty; from the cache where it is there."""
    path = _kept(kind, wide, folder)
    text = store.read(path)
    if text is None:
        text = json.dumps(_compile(kind, wide))
        store.write(path, text)
    vega: Vega = json.loads(text)
    return vega


def _compile(kind: str, wide: bool) -> Vega:
    import vl_convert  # noqa: PLC0415 only what is not compiled yet needs them

    from suluh.charts.specs import SPECS  # noqa: PLC0415
    from suluh.charts.specs.theme import NARROW, WIDE  # noqa: PLC0415

    spec = SPECS[kind](WIDE if wide else NARROW)
    return unguarded(unmeasured(vl_convert.vegalite_to_vega(spec)))
