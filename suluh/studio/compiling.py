"""Chart kinds compiled to Vega, once: a build that finds them compiled never imports altair."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

from suluh import palette, store
from suluh.studio.engine import refuse_after_fork
from suluh.studio.lettering import unmeasured
from suluh.studio.told_marks import told
from suluh.studio.whole_rows import unguarded

Vega = dict[str, Any]

Kind: TypeAlias = tuple[str, bool]
"""A kind of charts, and whether it is its wide drawing."""


@cache
def edition() -> str:
    """A name for all that a drawing depends on beside its data: our sources, the libraries."""
    sources = (Path(palette.__file__), *sorted(Path(__file__).parent.rglob("*.py")))
    libraries = [version(name) for name in ("altair", "vl-convert-python")]
    return store.digest(*libraries, *(path.read_text(encoding="utf-8") for path in sources))[:16]


KINDS = {
    "perjalanan": True,
    "pengaduan": True,
    "jp": False,
    "ikm-kendali": True,
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


def drawings() -> tuple[Kind, ...]:
    """Every drawing there is, as (kind, wide)."""
    return tuple((kind, wide) for kind, both in KINDS.items() for wide in (False, *[True] * both))


def uncompiled(folder: Path) -> tuple[Kind, ...]:
    """The drawings, as (kind, wide), that the cache does not hold yet."""
    return tuple(kind for kind in drawings() if not is_compiled(kind, folder))


def is_compiled(kind: Kind, folder: Path) -> bool:
    """Whether the cache holds a drawing."""
    return all(path.exists() for path in _kept(*kind, folder))


def _kept(kind: str, wide: bool, folder: Path) -> tuple[Path, Path]:
    """Where a drawing lies: as we draw it, and as a reader's browser does."""
    name = f"{edition()}-{kind}-{'wide' if wide else 'narrow'}"
    return folder / "vega" / f"{name}.json", folder / "vega" / f"{name}-told.json"


@cache
def compiled(kind: str, wide: bool, folder: Path) -> Vega:
    """The Vega drawing of a kind, its data sets empty; from the cache where it is there."""
    vega: Vega = json.loads(_text(kind, wide, folder, 0))
    return vega


def explorable_text(kind: str, wide: bool, folder: Path) -> str:
    """The same drawing for a reader's browser, as JSON."""
    return _text(kind, wide, folder, 1)


def _text(kind: str, wide: bool, folder: Path, place: int) -> str:
    paths = _kept(kind, wide, folder)
    text = store.read(paths[place])
    if text is None:
        made = [json.dumps(v, separators=(",", ":")) for v in _compile(kind, wide)]
        for path, content in zip(paths, made, strict=True):
            store.write(path, content)
        text = made[place]
    return text


def _compile(kind: str, wide: bool) -> tuple[Vega, Vega]:
    import vl_convert  # noqa: PLC0415 only what is not compiled yet needs them

    from suluh.studio.specs import SPECS  # noqa: PLC0415
    from suluh.studio.specs.theme import NARROW, WIDE  # noqa: PLC0415

    refuse_after_fork()
    vega = vl_convert.vegalite_to_vega(SPECS[kind](WIDE if wide else NARROW))
    return unguarded(unmeasured(vega)), told(vega)
