"""What citizens call the services they come for: `content/kebutuhan.toml`, which may be absent.

A service of the records is called as its department calls it ("Penerbitan KTP elektronik"); who
comes for it says something else ("KTP hilang").
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NEEDS_FILE = "kebutuhan.toml"


@dataclass(frozen=True)
class Need:
    """Words of citizens for a service, which is named as in `layanan.csv`."""

    layanan: str
    kata: tuple[str, ...]


class NeedsError(ValueError):
    """The file cannot be read; the message, in Indonesian, says what is wrong with it."""


def read_needs(folder: Path) -> tuple[Need, ...]:
    """The needs written down in a folder; none where nobody has written any.

    A service that no department gives (any more) is no mistake: services come and go by year.
    """
    file = folder / NEEDS_FILE
    if not file.exists():
        return ()
    try:
        listed = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise NeedsError(f"{file.name}: bukan TOML yang benar ({error})") from None
    return tuple(
        _need(file.name, at, one) for at, one in enumerate(listed.get("kebutuhan", ()), start=1)
    )


def _need(file: str, at: int, fields: Mapping[str, Any]) -> Need:
    service, words = fields.get("layanan"), fields.get("kata")
    written = isinstance(service, str) and isinstance(words, list)
    if not written or not all(isinstance(word, str) for word in words or ()):
        raise NeedsError(
            f'{file}, [[kebutuhan]] ke-{at}: isi layanan = "…" dan kata = ["…", "…"], '
            "semuanya teks di antara tanda petik"
        )
    return Need(str(service), tuple(words or ()))
