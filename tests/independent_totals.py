"""Published totals once more, from the bytes of the files, with the standard library alone.

Shares nothing with `suluh`: no pandas, no contract, none of its code. What this reader cannot
be sure of is `Unclear`; then the build has to refuse, too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

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
    city = {path.stem: read(path) for path in sorted(folder.glob("*.csv"))}
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
    text = _text(path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n")
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    rows = [[cell.strip() for cell in row] for row in rows]
    names = [
        "_".join(name.lower().replace("-", " ").replace("_", " ").split()) for name in rows[0]
    ]
    named = [name for name in names if name]
    if len(set(named)) < len(named):
        raise Unclear(f"{path.name}: a column twice")
    return [_row(names, row, path.name) for row in rows[1:] if any(row)]


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
    raise Unclear(f"{text!r} is no date")


def optional_day(text: str) -> date | None:
    return day(text) if text else None


def whole(text: str) -> int:
    if text.removeprefix("+").isdecimal():
        return int(text)
    raise Unclear(f"{text!r} is no whole number")


def number(text: str) -> Fraction:
    try:
        return Fraction(text.replace(",", "."))
    except ValueError:
        raise Unclear(f"{text!r} is no number") from None


def score(text: str) -> int:
    if whole(text) not in (1, 2, 3, 4):
        raise Unclear(f"{text!r} is no score")
    return whole(text)


def choice(text: str, known: Sequence[str]) -> str:
    plain = " ".join(text.split()).lower()
    if plain not in known:
        raise Unclear(f"{text!r} is none of {known}")
    return plain
