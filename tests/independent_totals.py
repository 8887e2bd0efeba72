"""Published totals once more, from the bytes of the files, with the standard library alone.

Shares nothing with `suluh`: no pandas, no contract, none of its code. What this reader cannot
be sure of is `Unclear`; then the build has to refuse, too.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

Row = Mapping[str, str]
Key = tuple[str, str, str, str]
"""indikator, kode_opd, periode, rincian"""

CITY = "kota"
ELEMENTS = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku",
            "pengaduan", "sarana")  # fmt: skip
KINDS = ("pengaduan", "aspirasi", "permintaan informasi")
EVENTS = {
    "skm": ("tanggal",),
    "pelatihan": ("tanggal_mulai", "tanggal_selesai"),
    "pengaduan": ("tanggal_masuk", "tanggal_tanggapan", "tanggal_selesai"),
    "forum": ("tanggal",),
    "komitmen": ("tanggal", "tanggal_selesai"),
}
COMPARED = ("skm_responden", "ikm", "nrr", "pengaduan_masuk", "pengaduan_selesai",
            "pengaduan_terbuka", "forum_jumlah", "forum_peserta", "komitmen_terbuka",
            "pegawai_jumlah", "jp_rata", "pelatihan_kelulusan")  # fmt: skip


class Unclear(Exception):  # noqa: N818 it says what the file is
    """A file that does not say for certain what it says."""


@dataclass(frozen=True)
class Period:
    name: str
    first: date
    last: date


def totals(folder: Path) -> dict[Key, Fraction]:
    """Every compared total by its key; Unclear where a file cannot be read for certain."""
    paths = sorted([*folder.glob("*.csv"), *folder.glob("*.xlsx")])
    city = {path.stem: read(path) for path in paths}
    events = [day for t, columns in EVENTS.items() for row in city[t] for c in columns
              if (day := optional_day(row[c]))]  # fmt: skip
    first = min(*(d.year for d in events), *(whole(row["tahun"]) for row in city["pegawai"]))
    as_of = max(events)
    return {
        (indicator, opd, period.name, part): value
        for opd in [CITY, *(row["kode_opd"] for row in city["opd"])]
        for period in periods(first, as_of)
        for indicator, part, value in _of_place(_own(city, opd), city, period, as_of)
    }


def periods(first: int, as_of: date) -> Iterator[Period]:
    for year in range(first, as_of.year + 1):
        yield Period(str(year), date(year, 1, 1), date(year, 12, 31))
        for quarter, (month, last) in enumerate([(1, "03-31"), (4, "06-30"), (7, "09-30"),
                                                 (10, "12-31")], start=1):  # fmt: skip
            end = date.fromisoformat(f"{year}-{last}")
            yield Period(f"{year}-T{quarter}", date(year, month, 1), end)


def _own(city: Mapping[str, Sequence[Row]], opd: str) -> Mapping[str, Sequence[Row]]:
    return {
        table: [r for r in rows if opd == CITY or r.get("kode_opd") == opd]
        for table, rows in city.items()
    }


def _of_place(
    own: Mapping[str, Sequence[Row]],
    city: Mapping[str, Sequence[Row]],
    period: Period,
    as_of: date,
) -> Iterator[tuple[str, str, Fraction]]:
    yield from _survey(own["skm"], period)
    yield from _complaints(own["pengaduan"], period, min(period.last, as_of))
    if "T" not in period.name:
        yield from _year(own, city, period, min(period.last, as_of))


def _survey(rows: Sequence[Row], period: Period) -> Iterator[tuple[str, str, Fraction]]:
    answers = [[score(r[e]) for e in ELEMENTS] for r in rows if _in(day(r["tanggal"]), period)]
    if not answers:
        return
    n = len(answers)
    if "T" not in period.name:
        yield "skm_responden", "", Fraction(n)
    yield "ikm", "", Fraction(25 * sum(map(sum, answers)), 9 * n)
    for place, element in enumerate(ELEMENTS):
        yield "nrr", element, Fraction(sum(a[place] for a in answers), n)


def _complaints(
    rows: Sequence[Row], period: Period, end: date
) -> Iterator[tuple[str, str, Fraction]]:
    cases = [
        (day(r["tanggal_masuk"]), optional_day(r["tanggal_selesai"]), choice(r["jenis"], KINDS))
        for r in rows
    ]
    received = [c for c in cases if _in(c[0], period)]
    yield "pengaduan_masuk", "", Fraction(len(received))
    for kind in KINDS:
        yield "pengaduan_masuk", kind, Fraction(sum(c[2] == kind for c in received))
    settled = [c for c in cases if c[1] and period.first <= c[1] <= end]
    yield "pengaduan_selesai", "", Fraction(len(settled))
    waiting = [c for c in cases if c[0] <= end and not (c[1] and c[1] <= end)]
    yield "pengaduan_terbuka", "", Fraction(len(waiting))


def _year(
    own: Mapping[str, Sequence[Row]], city: Mapping[str, Sequence[Row]], period: Period, end: date
) -> Iterator[tuple[str, str, Fraction]]:
    forums = [r for r in own["forum"] if _in(day(r["tanggal"]), period)]
    yield "forum_jumlah", "", Fraction(len(forums))
    yield "forum_peserta", "", Fraction(sum(whole(r["jumlah_peserta"]) for r in forums))
    yield "komitmen_terbuka", "", Fraction(sum(_is_waiting(r, end) for r in own["komitmen"]))
    staff = [whole(r["jumlah"]) for r in own["pegawai"] if whole(r["tahun"]) == period.first.year]
    trainings = {r["id_pelatihan"]: r for r in city["pelatihan"]}
    taken = [r for r in own["peserta"]
             if _in(day(trainings[r["id_pelatihan"]]["tanggal_selesai"]), period)]  # fmt: skip
    done = [r for r in taken if choice(r["status"], ("selesai", "tidak selesai")) == "selesai"]
    if staff:
        yield "pegawai_jumlah", "", Fraction(sum(staff))
    if sum(staff):
        hours = sum(number(trainings[r["id_pelatihan"]]["jp"]) for r in done)
        yield "jp_rata", "", Fraction(hours) / sum(staff)
    if taken:
        yield "pelatihan_kelulusan", "", Fraction(100 * len(done), len(taken))


def _is_waiting(row: Row, end: date) -> bool:
    done = optional_day(row["tanggal_selesai"])
    status = choice(row["status"], ("belum", "berjalan", "selesai", "batal"))
    return day(row["tanggal"]) <= end and status != "batal" and not (done and done <= end)


def _in(when: date, period: Period) -> bool:
    return period.first <= when <= period.last


# --- reading


def read(path: Path) -> list[Row]:
    """The rows of a file by column; blank rows are none."""
    cells = _sheet(path.read_bytes()) if path.suffix == ".xlsx" else _delimited(path.read_bytes())
    rows = [[cell.strip() for cell in row] for row in cells]
    names = _names(rows[0] if rows else [], path.stem)
    named = [name for name in names if name]
    if len(set(named)) < len(named):
        raise Unclear(f"{path.name}: a column twice")
    return [_row(names, row, path.name) for row in rows[1:] if any(row)]


def _delimited(content: bytes) -> list[list[str]]:
    text = _text(content).replace("\r\n", "\n").replace("\r", "\n")
    declared = re.match(r"sep=([,;\t])[,;\t]*(?:\n|$)", text, re.IGNORECASE)
    text = text[declared.end() :] if declared else text
    first = text.split("\n", 1)[0]
    separator = declared[1] if declared else max(",;\t", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def _sheet(content: bytes) -> list[list[str]]:
    """The cells of the one sheet of a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if archive.testzip():
                raise Unclear("a damaged workbook")
            names = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
            sheet = ET.fromstring(archive.read(names[0]))  # noqa: S314 we made it ourselves
            texts = _shared(archive)
    except (zipfile.BadZipFile, zlib.error, ET.ParseError, IndexError, KeyError, ValueError,
            OSError, EOFError, NotImplementedError, RuntimeError) as error:  # fmt: skip
        raise Unclear("a damaged workbook") from error
    rows = [[_cell(c, texts) for c in row.iter(f"{_XML}c")] for row in sheet.iter(f"{_XML}row")]
    width = len(rows[0])
    return [[cells.get(n, "") for n in range(width)] for cells in map(dict, rows)]


_XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    items = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314
    return ["".join(t.text or "" for t in item.iter(f"{_XML}t")) for item in items]


def _cell(cell: ET.Element, texts: Sequence[str]) -> tuple[int, str]:
    letters = (cell.get("r") or "").rstrip("0123456789")
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - 64
    if cell.get("t") == "inlineStr":
        return place - 1, "".join(t.text or "" for t in cell.iter(f"{_XML}t"))
    value = cell.findtext(f"{_XML}v") or ""
    return place - 1, texts[int(value)] if cell.get("t") == "s" else value


def synonyms(table: str) -> dict[str, str]:
    """What else a header may say, as far as it is clear in that table."""
    known = {
        "thn": "tahun", "kode": "kode_opd", "jml": "jumlah", "jam_pelajaran": "jp",
        "tgl_masuk": "tanggal_masuk", "tgl_selesai": "tanggal_selesai",
        "tgl_mulai": "tanggal_mulai",
    }  # fmt: skip
    own = {
        "skm": {"tgl": "tanggal"},
        "forum": {"tgl": "tanggal", "peserta": "jumlah_peserta"},
        "komitmen": {"tgl": "tanggal"},
        "peserta": {"status_peserta": "status"},
        "pelatihan": {"id": "id_pelatihan"},
    }
    return known | own.get(table, {})


def _names(header: Sequence[str], table: str) -> list[str]:
    """What each header names; the plain name counts before another word for it."""
    parted = ["".join(c if c.isalnum() else " " for c in name.lower()) for name in header]
    spelt = ["_".join(name.split()) for name in parted]
    known = synonyms(table)
    return [name if known.get(name) in spelt else known.get(name, name) for name in spelt]


def _row(names: Sequence[str], row: Sequence[str], file: str) -> Row:
    width = max(n for n, name in enumerate(names, start=1) if name)
    if len(row) < width or any(row[len(names) :]):
        raise Unclear(f"{file}: a row of {len(row)} cells under {width} columns")
    return _Cells({name: cell for name, cell in zip(names, row, strict=False) if name})


class _Cells(dict[str, str]):
    def __missing__(self, name: str) -> str:
        raise Unclear(f"no column {name}")


def _text(content: bytes) -> str:
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def day(text: str) -> date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 a day has no time zone
        except ValueError:
            continue
    if re.fullmatch("[0-9]{5}", text) and 36526 <= int(text) <= 73415:
        return date(1899, 12, 30) + timedelta(int(text))
    raise Unclear(f"{text!r} is no date")


def optional_day(text: str) -> date | None:
    return day(text) if text else None


def whole(text: str) -> int:
    if text.removeprefix("+").isdecimal():
        return int(text)
    if re.fullmatch(r"[1-9][0-9]{0,2}(\.[0-9]{3})+", text) and not re.fullmatch(
        r"[0-9]+\.000", text
    ):
        return int(text.replace(".", ""))
    raise Unclear(f"{text!r} is no whole number")


def number(text: str) -> Fraction:
    if re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", text):
        raise Unclear(f"{text!r} is two numbers")
    if re.fullmatch(r"[1-9][0-9]{0,2}((\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})", text):
        text = text.replace(".", "")
    try:
        return Fraction(text.replace(",", "."))
    except ValueError:
        raise Unclear(f"{text!r} is no number") from None


def score(text: str) -> int:
    if whole(text) not in (1, 2, 3, 4):
        raise Unclear(f"{text!r} is no score")
    return whole(text)


def choice(text: str, known: Sequence[str]) -> str:
    """Which of the known words it is; how its letters are parted does not matter."""
    found = [word for word in known if _letters(word) == _letters(text)]
    if not found:
        raise Unclear(f"{text!r} is none of {known}")
    return found[0]


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if not (c.isspace() or c in "-_"))
