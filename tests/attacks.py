"""Files made to take long or much memory to read, or to look like what they are not."""

from __future__ import annotations

import io
import json
import random
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

from intake_folder import CONTRACT, example
from openpyxl import Workbook
from saved_forms import XMLNS, fill, with_shared_texts

from suluh.intake import read_records
from suluh.intake.limits import MOST_ELEMENTS

ROOM = 1_000  # XML elements that every workbook has beside those of an attack
HALF, THIRD, TENTH = ((MOST_ELEMENTS - ROOM) // parts for parts in (2, 3, 10))
"""Of the elements a workbook may have: of a kind with two, and with three."""

MANY = 50_000_000
HEADER = b"tanggal,nama\n"
ROW = b"2026-08-17,Hari Kemerdekaan\n"


def workbook() -> dict[str, bytes]:
    """The parts of a sound workbook with the sheet `libur`."""
    book, stream = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.title = "libur"
    row = example("libur")
    fill(sheet, [list(row), list(row.values())], CONTRACT.tables["libur"])
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


SHEET = "xl/worksheets/sheet1.xml"


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_sheet(rows: bytes, prologue: bytes = b"") -> bytes:
    """A workbook whose one sheet holds this XML in place of its rows."""
    xml = b'%s<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>'
    return zipped(workbook() | {SHEET: xml % (prologue, XMLNS.encode(), rows)})


def with_texts(items: bytes) -> bytes:
    """A workbook with this XML as the texts that its cells share."""
    types = with_shared_texts(workbook()["[Content_Types].xml"].decode()).encode()
    texts = b'<sst xmlns="%s">%s</sst>' % (XMLNS.encode(), items)
    return zipped(workbook() | {"[Content_Types].xml": types, "xl/sharedStrings.xml": texts})


def bomb(megabytes: int) -> bytes:
    """A part of a workbook that unpacks to so many megabytes of blanks."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in workbook().items():
            archive.writestr(name, content)
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * 1_000_000)
    return stream.getvalue()


def lying_bomb() -> bytes:
    """A part that unpacks to 200 MB and says it is ten bytes."""
    blanks = 200_000_000
    content = zipped(workbook() | {SHEET: b" " * blanks})
    return content.replace(blanks.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def laughing() -> bytes:
    """Entities that grow a thousand million times."""
    lines = ['<!DOCTYPE x [<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    cell = b'<row r="1"><c r="A1" t="str"><v>&a9;</v></c></row>'
    return with_sheet(cell, "".join([*lines, "]>"]).encode())


def in_another_encoding() -> bytes:
    """A sheet whose tags no count of bytes would find."""
    xml = f'<worksheet xmlns="{XMLNS}"><sheetData/></worksheet>'
    declared = b'<?xml version="1.0" encoding="cp037"?>' + xml.encode("cp037")
    return zipped(workbook() | {SHEET: declared})


CSV: Mapping[str, Callable[[], bytes]] = {
    "nul": lambda: b"\0" * MANY,
    "acak": lambda: random.Random(1).randbytes(MANY),  # noqa: S311 any bytes will do
    "kutip": lambda: HEADER + b'"' * MANY,
    "kutip terbuka": lambda: HEADER + b'2026-08-17,"' + b"a,\n" * (MANY // 3),
    "koma": lambda: HEADER + b"," * MANY,
    "koma di judul": lambda: b"tanggal,nama" + b"," * MANY,
    "judul": lambda: b"tanggal,nama" + b"a" * MANY,
    "baris kosong": lambda: HEADER + b"\n" * MANY + ROW,
    "baris kosong di akhir": lambda: HEADER + ROW + b",\r\n" * (MANY // 3),
    "sel 50 MB": lambda: HEADER + b"2026-08-17," + b"a" * MANY + b"\n",
    "sel 50 MB berkutip": lambda: HEADER + b'2026-08-17,"' + b"a\n" * (MANY // 2) + b'"\n',
    "angka 50 MB": lambda: HEADER + b"2026-08-17," + b"1 " * (MANY // 2) + b"\n",
    "tanggal 50 MB": lambda: HEADER + b"1" * MANY + b",Natal\n",
    "banyak kolom": lambda: HEADER + (b"," * 16_000 + b"x\n") * 3_000,
    "keliru di setiap baris": lambda: HEADER + b"x,y\n" * 4_900_000,
    "baris ganda": lambda: HEADER + ROW * (MANY // len(ROW)),
    "nomor ponsel": lambda: (
        HEADER + b"".join(b"2026-08-17,0812%07d\n" % n for n in range(MANY // 23))
    ),
    "satu nomor ponsel": lambda: (
        HEADER
        + b"".join(b"2026-08-17,hari %07d\n" % n for n in range(MANY // 24))
        + b"2026-08-18,081234567890\n"
    ),
    "baris pendek": lambda: HEADER + b"x\n2026-08-17,y\n" * 2_400_000,
    "hampir semua kosong": lambda: HEADER + (b"," * 18 + b"x\n") * (MANY // 20),
    "ribuan judul": lambda: (
        b"tanggal,nama" + b"".join(b",k%d" % n for n in range(16_000)) + b"\n2026-08-17,x\n"
    ),
    "judul ribuan huruf": lambda: b'tanggal,nama,"' + b"a\n" * (MANY // 2) + b'"\n' + ROW,
    "dua juta baris kosong": lambda: HEADER + b"," * 60 + b"\n" + b"\n" * 2_000_000 + ROW,
}
"""Contents of libur.csv."""

WORKBOOKS: Mapping[str, Callable[[], bytes]] = {
    "bom 1 GB": lambda: bomb(1_000),
    "bom bohong": lying_bomb,
    "entitas": laughing,
    "pengodean lain": in_another_encoding,
    "besar": lambda: random.Random(1).randbytes(MANY),  # noqa: S311 any bytes will do
    "sel kosong": lambda: with_sheet(b"<row>" + b"<c/>" * 20_000_000 + b"</row>"),
    "sel sebaris": lambda: with_sheet(b"<row>" + b"<c/>" * 2_900_000 + b"</row>"),
    "baris penuh": lambda: with_sheet((b"<row>" + b"<c/>" * (TENTH - 1) + b"</row>") * 10),
    "banyak baris": lambda: with_sheet(b"<row><c/><c/></row>" * THIRD),
    "teks bersama": lambda: with_texts(b"<si><t>a</t></si>" * HALF),
    "satu teks": lambda: with_texts(b"<si>" + b"<r><t>a</t></r>" * HALF + b"</si>"),
    "baris jauh": lambda: with_sheet(b'<row r="999999999"><c r="A1"><v>1</v></c></row>'),
    "kolom jauh": lambda: with_sheet(b'<row><c r="AAAAAAAAA1"><v>1</v></c></row>'),
    "kolom ZZZ": lambda: with_sheet(b'<row><c r="ZZZ1"/></row>' * HALF),
    "angka tak hingga": lambda: with_sheet(b'<row><c r="A1"><v>1e999</v></c></row>'),
    "teks rusak": lambda: with_sheet(b'<row><c r="A1" t="s"><v>99</v></c></row>'),
    "bukan XML": lambda: with_sheet(b"<row>"),
    "tanpa lembar": lambda: zipped({k: v for k, v in workbook().items() if k != SHEET}),
    "buku kerja kosong": lambda: b"",
    "terpotong": lambda: zipped(workbook())[:-100],
    "kata sandi": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 5_000,
    "banyak bagian": lambda: zipped(workbook() | {f"x/{i}": b"" for i in range(3_000)}),
    "sel buku kerja 50 MB": lambda: with_sheet(
        b'<row r="1"><c r="A1" t="str"><v>tanggal</v></c><c r="B1" t="str"><v>nama</v></c></row>'
        b'<row r="2"><c r="A2" t="str"><v>2026-08-17</v></c><c r="B2" t="str"><v>'
        + b"a" * MANY
        + b"</v></c></row>"
    ),
}
"""Contents of libur.xlsx."""


SLOW = frozenset(
    {
        "keliru di setiap baris",
        "baris ganda",
        "nomor ponsel",
        "satu nomor ponsel",
        "baris pendek",
        "baris penuh",
        "banyak baris",
        "teks bersama",
        "kolom ZZZ",
        "baris jauh",
    }
)
"""Files of the greatest size that is read at all."""


def write(folder: Path, kind: str, name: str) -> None:
    """Write one of them into a data folder."""
    contents = CSV if kind == "csv" else WORKBOOKS
    (folder / f"libur.{kind}").write_bytes(contents[name]())


def read(folder: Path, names: Iterable[str]) -> Iterator[dict[str, object]]:
    """Read a folder with each attack in turn: codes, seconds of CPU, greatest memory so far."""
    for kind, contents in (("csv", CSV), ("xlsx", WORKBOOKS)):
        for name in contents:
            if name in names:
                write(folder, kind, name)
                start = process_time()
                problems = read_records(folder).problems
                took = process_time() - start
                (folder / f"libur.{kind}").unlink()
                yield {
                    "name": name,
                    "codes": sorted({p.code for p in problems}),
                    "seconds": took,
                    "megabytes": getrusage(RUSAGE_SELF).ru_maxrss / 1024,
                }


if __name__ == "__main__":
    for result in read(Path(sys.argv[1]), sys.argv[2:]):
        print(json.dumps(result), flush=True)  # noqa: T201 for the test that started it
