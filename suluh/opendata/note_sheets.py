"""The sheets that explain the figures in the spreadsheet: each one table, its head in row 1."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from suluh.catalogue import Indicator, indicators
from suluh.figures import CITY
from suluh.localisation import date_text, number_text
from suluh.opendata.imprint import LICENCE_ADDRESS, LICENCE_NAME, Imprint, imprint
from suluh.opendata.vocabulary import (
    Bilingual,
    caveats,
    column_words,
    status_words,
    theme_words,
    unit_words,
)
from suluh.published import Published
from suluh.wording import MARKS

FIGURES_SHEET = "Angka"
_ENGLISH = "In English"


@dataclass(frozen=True)
class Sheet:
    """One table: its head and rows of text, and how wide each column is, in letters."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


def note_sheets(published: Published) -> tuple[Sheet, ...]:
    """Cover, states, notes, columns, indicators and departments, in this order."""
    about = imprint(published)
    explained = (_states(about), _notes(about), _columns(), _indicators(), _departments(published))
    names = [sheet.name for sheet in explained]
    return _cover(about, names, len(published.figures)), *explained


def _cover(about: Imprint, names: Sequence[str], rows: int) -> Sheet:
    lines = [*_cover_lines(about), *_contents(("Sampul", *names, FIGURES_SHEET), rows)]
    table = tuple((topic.id, text.id, topic.en, text.en) for topic, text in lines)
    return Sheet("Sampul", ("Hal", "Isi", "Topic", _ENGLISH), table, (24, 70, 24, 70))


def _cover_lines(about: Imprint) -> Iterator[tuple[Bilingual, Bilingual]]:
    words = _words()["sampul"]
    first, last = (_day(day) for day in (about.first_day, about.as_of))
    warning = caveats(is_sample=about.is_sample)[0]
    texts = {
        "judul": about.title,
        "peringatan": warning if about.is_sample else None,
        "isi": about.description,
        "kota": Bilingual(about.city, about.city),
        "tanggal": last,
        "masa": Bilingual(**words["masa"]["isi"]).filled(first=first, last=last),
        "penerbit": Bilingual(**words["penerbit"]["isi"]).filled(publisher=about.publisher),
        "lisensi": Bilingual(*(f"{name}, {LICENCE_ADDRESS}" for name in _both(LICENCE_NAME))),
    }
    for name, text in texts.items():
        if text:
            yield Bilingual(**words[name]["hal"]), text


def _contents(names: Sequence[str], rows: int) -> Iterator[tuple[Bilingual, Bilingual]]:
    topic = Bilingual(**_words()["sampul"]["lembar"]["hal"])
    counted = Bilingual(number_text(rows), number_text(rows, lang="en"))
    for name in names:
        purpose = Bilingual(**_words()["lembar"][name])
        yield topic.filled(sheet=Bilingual(name, name)), purpose.filled(rows=counted)


def _states(about: Imprint) -> Sheet:
    rows = tuple(
        (str(status), MARKS[status] or "–", words.id, words.en)
        for status, words in status_words(about.policy).items()
    )
    return Sheet("Keadaan", ("status", "Tanda", "Arti", _ENGLISH), rows, (20, 8, 70, 70))


def _notes(about: Imprint) -> Sheet:
    own = (Bilingual(**words) for words in _words()["catatan"].values())
    listed = (*caveats(is_sample=about.is_sample), *own)
    rows = tuple((str(n), words.id, words.en) for n, words in enumerate(listed, 1))
    return Sheet("Catatan", ("Nomor", "Catatan", _ENGLISH), rows, (8, 70, 70))


def _columns() -> Sheet:
    rows = tuple(
        (c.name, c.title.id, c.description.id, c.title.en, c.description.en)
        for c in column_words()
    )
    head = ("Kolom", "Judul", "Isi", "Title", _ENGLISH)
    return Sheet("Kolom", head, rows, (16, 24, 60, 24, 60))


def _indicators() -> Sheet:
    head = ("indikator", "Nama", "Name", "Tema", "Satuan", "Unit", "Periode", "Konsep",
            "Definisi", "Rumus", "Batas pemakaian", "Sumber", "Dasar aturan")  # fmt: skip
    rows = tuple(_indicator(indicator) for indicator in indicators().values())
    return Sheet("Indikator", head, rows, (26, 36, 36, 18, 12, 18, 16, 50, 60, 50, 60, 24, 50))


def _indicator(indicator: Indicator) -> tuple[str, ...]:
    unit = unit_words(indicator) or Bilingual("", "")
    periods = (("tahun", indicator.tahun), ("triwulan", indicator.triwulan))
    return (
        indicator.id,
        indicator.nama,
        indicator.nama_en,
        theme_words(indicator.tema).id,
        unit.id,
        unit.en,
        ", ".join(name for name, given in periods if given),
        indicator.konsep,
        indicator.definisi,
        indicator.rumus,
        indicator.batasan,
        ", ".join(indicator.tabel),
        "; ".join(f"sejak {v.mulai}: {v.dasar}" for v in indicator.versi),
    )


def _departments(published: Published) -> Sheet:
    city = (CITY, published.contract.city, "", CITY, "", "", "")
    rows = tuple(
        (
            d.kode_opd,
            d.nama,
            d.singkatan,
            d.jenis,
            d.berlaku_mulai.isoformat(),
            d.berlaku_sampai.isoformat() if d.berlaku_sampai else "",
            d.penerus,
        )
        for d in published.departments
    )
    head = ("kode_opd", "nama", "singkatan", "jenis", "berlaku_mulai", "berlaku_sampai", "penerus")
    return Sheet("OPD", head, (city, *rows), (20, 60, 20, 20, 16, 16, 20))


def _day(day: date) -> Bilingual:
    return Bilingual(date_text(day), day.isoformat())


def _both(words: Bilingual) -> tuple[str, str]:
    return words.id, words.en


@cache
def _words() -> Mapping[str, Any]:
    with Path(__file__).with_name("spreadsheet.toml").open("rb") as file:
        return tomllib.load(file)
