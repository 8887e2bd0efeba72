"""The waiting texts written out: for a terminal, for a program, and as a form for Excel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from suluh.review.waiting import WaitingText

FORM_COLUMNS = ("berkas", "tabel", "kolom", "baris", "kode_opd", "teks")
"""What the form says of each text, before the columns that the officer fills in."""

FILLED_IN = ("setuju", "disetujui_oleh", "tanggal")

_LINES_SHOWN = 5

_WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "place": "{berkas}, baris {baris}, kolom {kolom} ({kode_opd})",
        "none": "Semua teks yang bertanda tayang sudah disetujui.",
        "count": "{count} teks bertanda tayang belum disetujui, jadi tidak tampil.",
        "how": "Tulis daftarnya untuk Excel: python build.py texts --out teks-baru.csv",
    },
    "en": {
        "place": "{berkas}, row {baris}, column {kolom} ({kode_opd})",
        "none": "Every text marked for publication is approved.",
        "count": "{count} text(s) marked for publication are not approved, so they are not shown.",
        "how": "Write the list for Excel: python build.py texts --out new-texts.csv",
    },
}


def texts_as(form: str, texts: Sequence[WaitingText], lang: str) -> str:
    """Write texts as `text`, `csv` or `json`; KeyError for another form."""
    return FORMS[form](texts, lang)


def form_for_excel(texts: Sequence[WaitingText]) -> str:
    """A CSV as an Indonesian Excel opens and saves it, with columns left to fill in."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow([*FORM_COLUMNS, *FILLED_IN, "jejak"])
    for text in texts:
        shown = {**asdict(text), "baris": _lines(text), "teks": _inert(text.teks)}
        writer.writerow([*(shown[name] for name in FORM_COLUMNS), "", "", "", text.jejak])
    return "\N{BYTE ORDER MARK}" + sheet.getvalue()


def _text(texts: Sequence[WaitingText], lang: str) -> str:
    words = _WORDS[lang]
    if not texts:
        return words["none"]
    return "\n".join(
        [shown_texts(texts, lang), words["count"].format(count=len(texts)), words["how"]]
    )


def shown_texts(texts: Sequence[WaitingText], lang: str) -> str:
    """Each text with its place and fingerprint, for a terminal."""
    return "\n".join(_paragraph(text, _WORDS[lang]["place"]) for text in texts)


def _paragraph(text: WaitingText, place: str) -> str:
    where = place.format_map({**asdict(text), "baris": _lines(text)})
    return f"{where}\n    {_on_one_line(text.teks)}\n    jejak: {text.jejak}\n"


def _on_one_line(text: str) -> str:
    """Words of a record may not move the terminal's cursor or colour it."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _lines(text: WaitingText) -> str:
    shown = ", ".join(map(str, text.baris[:_LINES_SHOWN]))
    return f"{shown}, …" if len(text.baris) > _LINES_SHOWN else shown


def _inert(text: str) -> str:
    """A citizen's words may not act as a formula in the officer's Excel."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _json(texts: Sequence[WaitingText], _lang: str) -> str:
    return json.dumps([asdict(text) for text in texts], ensure_ascii=False, indent=2)


FORMS: Mapping[str, Callable[[Sequence[WaitingText], str], str]] = {
    "text": _text,
    "csv": lambda texts, _: form_for_excel(texts),
    "json": _json,
}
"""Forms a listing can take."""
