"""The catalogue compiled, for `make words`: `python -m suluh.compiled_words` writes every `.mo`.

`pybabel compile` takes `95% dihitung` for a placeholder of Python's and refuses it; what our
placeholders are is held by `test_translation`.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from suluh.translation import FOLDER


def compiled(source: Path) -> bytes:
    """A `.po` in the form that loads fast."""
    written = BytesIO()
    with source.open("rb") as file:
        write_mo(written, read_po(file))
    return written.getvalue()


if __name__ == "__main__":
    for path in FOLDER.rglob("*.po"):
        path.with_suffix(".mo").write_bytes(compiled(path))
