"""Small cities from a seed, their tables saved as offices save them, some of them damaged."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from independent_totals import ELEMENTS, KINDS, synonyms
from openpyxl import Workbook

Chance = random.Random
Rows = Sequence[Sequence[str]]

OPD = ("dinas-a", "dinas-b")
LAST = date(2025, 11, 20)
TABLES = 8
"""Files of a city that are saved anew in each case."""


def write_city(folder: Path, seed: int) -> str:
    """Write the tables of a city; in half of the cities one is damaged, and returned."""
    chance = Chance(seed)
    tables = {name: make(chance) for name, make in MAKERS.items()}
    damaged = chance.choice([*tables, *[""] * len(tables)])
    for name, (header, *body) in tables.items():
        rows = [_renamed(header, name, chance), *body]
        ending = chance.choice(["csv"] * 9 + ["xlsx"])
        content = saved(rows, chance) if ending == "csv" else in_workbook(rows, chance)
        if name == damaged:
            content = chance.choice(DAMAGES)(content, chance)
        for old in folder.glob(f"{name}.*"):
            old.unlink()
        (folder / f"{name}.{ending}").write_bytes(content)
    return damaged


# --- how a table is saved


def saved(rows: Rows, chance: Chance) -> bytes:
    """A table in one of the forms that intake promises to take."""
    scrawl = chance.choice([_plain, _local_dates, _serials, _grouped, _spaced, _shouted])
    header, *body = rows
    written = [list(header), *([scrawl(cell, chance) for cell in row] for row in body)]
    if chance.random() < 0.3:
        written[0] = [name.replace("_", " ").title() for name in header]
    if chance.random() < 0.3:
        order = chance.sample(range(len(header)), len(header))
        written = [[row[n] for n in order] for row in written]
    spare = [""] * chance.choice([0, 0, 0, 3])
    written = [[*row, *spare] for row in written] + [[""] * len(header)] * chance.choice([0, 0, 2])
    text = io.StringIO()
    separator, end = chance.choice(",,;\t"), chance.choice(["\n", "\r\n"])
    quoting = chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting).writerows(written)
    encoding = chance.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    declared = f"sep={separator}{end}" if chance.random() < 0.1 else ""
    return (declared + text.getvalue()).encode(encoding)


def in_workbook(rows: Rows, chance: Chance) -> bytes:
    """A table on the one sheet of a workbook, numbers and days as Excel keeps them or as text."""
    book, stream = Workbook(), io.BytesIO()
    as_typed = chance.random() < 0.7
    for row in rows:
        book.worksheets[0].append([_typed(cell) if as_typed else cell or None for cell in row])
    book.save(stream)
    return stream.getvalue()


def _typed(cell: str) -> object:
    if cell[4:5] == cell[7:8] == "-":
        return datetime.fromisoformat(cell)
    if cell.replace(".", "", 1).isdecimal():
        return float(cell) if "." in cell else int(cell)
    return cell or None


def _renamed(header: Sequence[str], table: str, chance: Chance) -> list[str]:
    """Some headers by another word for them."""
    by_name = {name: word for word, name in synonyms(table).items() if chance.random() < 0.2}
    return [by_name.get(name, name) for name in header]


def _plain(cell: str, _: Chance) -> str:
    return cell


def _local_dates(cell: str, chance: Chance) -> str:
    if cell[4:5] == cell[7:8] == "-":
        year, month, day = cell.split("-")
        return chance.choice([f"{day}/{month}/{year}", f"{int(day)}/{int(month)}/{year}"])
    return cell.replace(".", ",")


def _serials(cell: str, _: Chance) -> str:
    if cell[4:5] == cell[7:8] == "-":
        return str((date.fromisoformat(cell) - date(1899, 12, 30)).days)
    return cell


def _grouped(cell: str, _: Chance) -> str:
    """Thousands with a point, as Indonesian Excel shows them; decimals with a comma."""
    if cell.isdecimal() and len(cell) > 3 and not cell.startswith("20"):
        return f"{int(cell):,}".replace(",", ".")
    return cell.replace(".", ",") if cell.replace(".", "", 1).isdecimal() else cell


def _spaced(cell: str, chance: Chance) -> str:
    return chance.choice([cell, f" {cell}", f"{cell}  "])


def _shouted(cell: str, _: Chance) -> str:
    return cell.upper() if cell in CHOICES else cell


CHOICES = {*KINDS, "selesai", "tidak selesai", "belum", "berjalan", "batal", "informasi"}


# --- how a file is damaged


def _other_byte(content: bytes, chance: Chance) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]


def _byte_gone(content: bytes, chance: Chance) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + content[place + chance.choice([1, 1, 2, 9]) :]


def _byte_more(content: bytes, chance: Chance) -> bytes:
    place = chance.randrange(len(content) + 1)
    more = chance.choice([b",", b";", b'"', b"\n", b"\r", b"\t", b" ", b"0", b"-", b".", b"E+17"])
    return content[:place] + more + content[place:]


def _cut_short(content: bytes, chance: Chance) -> bytes:
    return content[: chance.randrange(len(content))]


def _line_twice(content: bytes, chance: Chance) -> bytes:
    lines = content.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return b"".join([*lines[: place + 1], *lines[place:]])


def _line_gone(content: bytes, chance: Chance) -> bytes:
    lines = content.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _other_separators(content: bytes, chance: Chance) -> bytes:
    return content.replace(*chance.choice([(b",", b";"), (b";", b","), (b",", b".")]))


def _other_digit(content: bytes, chance: Chance) -> bytes:
    places = [n for n, byte in enumerate(content) if 48 <= byte <= 57]
    place = chance.choice(places or [0])
    return content[:place] + str(chance.randrange(10)).encode() + content[place + 1 :]


DAMAGES: Sequence[Callable[[bytes, Chance], bytes]] = (
    _other_byte, _byte_gone, _byte_more, _cut_short, _line_twice, _line_gone, _other_separators,
    _other_digit,
)  # fmt: skip


# --- what is in a table


def _day(chance: Chance) -> date:
    return LAST - timedelta(days=chance.randrange(500))


def _later(chance: Chance, day: date) -> str:
    later = day + timedelta(days=chance.randrange(60))
    return later.isoformat() if later <= LAST and chance.random() < 0.7 else ""


def _opd(_: Chance) -> Rows:
    header = ["kode_opd", "nama", "jenis", "berlaku_mulai"]
    return [header, *([code, f"Dinas {code}", "dinas", "2017-01-01"] for code in OPD)]


def _skm(chance: Chance) -> Rows:
    header = ["id_respon", "tanggal", "kode_opd", "layanan", *ELEMENTS]
    return [header, *(
        [f"r-{n}", _day(chance).isoformat(), chance.choice(OPD), "Akta, kutipan",
         *(chance.choice("1234") for _ in ELEMENTS)]
        for n in range(chance.choice([12, 40])))]  # fmt: skip


def _pengaduan(chance: Chance) -> Rows:
    header = ["id_pengaduan", "tanggal_masuk", "kode_opd", "kanal", "jenis", "klasifikasi",
              "tanggal_tanggapan", "tanggal_selesai", "status"]  # fmt: skip
    rows = [header]
    for n in range(chance.choice([3, 20])):
        day = _day(chance)
        done = _later(chance, day)
        rows.append([f"adu-{n}", day.isoformat(), chance.choice(OPD), "loket",
                     chance.choice(KINDS), "informasi", _later(chance, day), done,
                     "selesai" if done else "diproses"])  # fmt: skip
    return rows


def _pegawai(chance: Chance) -> Rows:
    return [["tahun", "kode_opd", "jenis_asn", "jumlah"], *(
        [str(year), code, kind, str(chance.choice([9, 30, 1240]))]
        for year in (2024, 2025) for code in OPD for kind in ("PNS", "PPPK"))]  # fmt: skip


def _pelatihan(chance: Chance) -> Rows:
    header = ["id_pelatihan", "judul", "tema", "bentuk", "jalur", "tanggal_mulai",
              "tanggal_selesai", "jp"]  # fmt: skip
    days = [_day(chance) for _ in range(3)]
    return [header, *(
        [f"plt-{n}", "Waktu", "waktu", "klasikal", "daring", (day - timedelta(2)).isoformat(),
         day.isoformat(), chance.choice(["4", "6.6", "20", "7.25"])]
        for n, day in enumerate(days))]  # fmt: skip


def _peserta(chance: Chance) -> Rows:
    header = ["id_pelatihan", "id_pegawai", "kode_opd", "jenis_asn", "status"]
    pairs = sorted({(chance.randrange(3), chance.randrange(9)) for _ in range(20)})
    return [header, *(
        [f"plt-{t}", f"p-{p}", OPD[p % 2], "PNS", chance.choice(["selesai", "tidak selesai"])]
        for t, p in pairs)]  # fmt: skip


def _forum(chance: Chance) -> Rows:
    return [["id_forum", "tanggal", "kode_opd", "tema", "jumlah_peserta"], *(
        [f"fkp-{n}", _day(chance).isoformat(), chance.choice(OPD), "Loket",
         str(chance.randrange(60))] for n in range(4))]  # fmt: skip


def _komitmen(chance: Chance) -> Rows:
    header = ["id_komitmen", "tanggal", "kode_opd", "masukan", "komitmen", "tenggat", "status",
              "tanggal_selesai"]  # fmt: skip
    rows = [header]
    for n in range(6):
        day = _day(chance)
        done = _later(chance, day)
        rows.append([f"kmt-{n}", day.isoformat(), chance.choice(OPD), "Antre", "Loket baru",
                     (day + timedelta(90)).isoformat(),
                     "selesai" if done else chance.choice(["belum", "berjalan", "batal"]),
                     done])  # fmt: skip
    return rows


MAKERS: dict[str, Callable[[Chance], Rows]] = {
    "opd": _opd, "skm": _skm, "pengaduan": _pengaduan, "pegawai": _pegawai,
    "pelatihan": _pelatihan, "peserta": _peserta, "forum": _forum, "komitmen": _komitmen,
}  # fmt: skip
