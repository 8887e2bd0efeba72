"""One data set in every form in which a spreadsheet saves it, made by code.

A `Form` changes texts only: the encoding, the separator, how a date or number is written, what a
header says. Each gives the records of the plain files, or a refusal by the names it lists.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import product
from pathlib import Path

from data_folder import COMMITTED, DataFolder
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel
from openpyxl.worksheet.worksheet import Worksheet

from suluh.contract import Column, Table, read_contract

CONTRACT = read_contract(COMMITTED / "datapackage.json")
XMLNS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

Rows = Sequence[Sequence[str]]
Write = Callable[[str, Column], str]


def _same(text: str, _column: Column) -> str:
    return text


@dataclass(frozen=True)
class Form:
    """How a folder of tables is saved. `refused`: codes of which one must be told."""

    name: str
    encoding: str = "utf-8"
    separator: str = ","
    newline: str = "\n"
    quoting: int = csv.QUOTE_MINIMAL
    before: str = ""
    after: str = ""
    cell: Write = _same
    header: Callable[[Column, Table], str] = field(default=lambda column, _: column.name)
    arrange: Callable[[Rows], Rows] = field(default=lambda rows: rows)
    refused: frozenset[str] = frozenset()
    workbook: Callable[[Path, Mapping[str, Rows]], None] | None = None

    def save(self, plain: DataFolder, to: Path) -> Path:
        """Write the tables of a folder in this form into a new one."""
        folder = DataFolder.small(to, only=())
        tables = {name: self.rows(plain, table) for name, table in CONTRACT.tables.items()}
        if self.workbook:
            self.workbook(folder.path, tables)
            return folder.path
        for name, rows in tables.items():
            (folder.path / f"{name}.csv").write_bytes(self._bytes(rows))
        return folder.path

    def rows(self, plain: DataFolder, table: Table) -> Rows:
        columns = [table.column(name) for name in plain.header(table.name)]
        head = [self.header(column, table) for column in columns]
        body = [
            [self.cell(row[column.name], column) if row[column.name] else "" for column in columns]
            for row in plain.read(table.name)
        ]
        return self.arrange([head, *body])

    def _bytes(self, rows: Rows) -> bytes:
        text = io.StringIO(newline="")
        writer = csv.writer(
            text, delimiter=self.separator, lineterminator=self.newline, quoting=self.quoting
        )
        writer.writerows(rows)
        return _encoded(self.before + text.getvalue() + self.after, self.encoding)


def _encoded(text: str, encoding: str) -> bytes:
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    return marks.get(encoding, b"") + text.encode(encoding)


# --- cells


def _date(write: Callable[[date], str]) -> Write:
    def cell(text: str, column: Column) -> str:
        return write(date.fromisoformat(text)) if column.type == "date" else text

    return cell


def _serial(day: date) -> str:
    return str(int(to_excel(day)))


def _numbers(decimal: str, thousands: str) -> Write:
    def cell(text: str, column: Column) -> str:
        if column.type == "integer" and column.name != "tahun":
            return f"{int(text):,}".replace(",", thousands)
        return text.replace(".", decimal) if column.type == "number" else text

    return cell


def _categories(change: Callable[[str], str]) -> Write:
    def cell(text: str, column: Column) -> str:
        return change(text) if column.enum else text

    return cell


def _both(first: Write, second: Write) -> Write:
    return lambda text, column: second(first(text, column), column)


# --- headers and arrangements


def _synonym(column: Column, table: Table) -> str:
    """A synonym of the contract that is that of no other column of the table."""
    others = [c for c in table.columns if c.name != column.name]
    taken = {s for c in others for s in (*c.synonyms, *c.titles.values(), c.name)}
    return next((s for s in column.synonyms if s not in taken), column.name)


def _ambiguous(column: Column, _table: Table) -> str:
    return "tanggal" if column.name in ("tanggal_masuk", "tanggal_mulai") else column.name


def _reversed(rows: Rows) -> Rows:
    return [row[::-1] for row in rows]


def _with_extra(rows: Rows) -> Rows:
    return [["catatan", *row, ("x", "")[i > 0]] for i, row in enumerate(rows)]


def _with_blank_rows(rows: Rows) -> Rows:
    blank = [""] * len(rows[0])
    return [rows[0], blank, blank, *rows[1:], blank, blank]


def _with_blank_columns(rows: Rows) -> Rows:
    return [[*row, "", "", ""] for row in rows]


def _in_blocks(rows: Rows) -> Rows:
    """As Excel does: blank cells at the end of every sixteen rows are left out."""
    shortened: list[Sequence[str]] = []
    for start in range(0, len(rows), 16):
        block = rows[start : start + 16]
        width = max((i + 1 for row in block for i, text in enumerate(row) if text), default=0)
        shortened += [row[: max(width, 1)] for row in block]
    return shortened


# --- workbooks

Typed = Callable[[str, Column | None], object]


def typed(text: str, column: Column | None) -> object:
    """What Excel holds where a person types this text."""
    if column is None or not text:
        return text or None
    if column.type == "date":
        return date.fromisoformat(text)
    if column.type in ("integer", "number"):
        return float(text) if "." in text else int(text)
    return int(text) if re.fullmatch(r"[1-9]\d{0,14}", text) else text


def as_text(text: str, _column: Column | None) -> object:
    return text or None


def _with_midnight(text: str, column: Column | None) -> object:
    value = typed(text, column)
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else value  # noqa: DTZ001 a cell has no zone


def _with_serials(text: str, column: Column | None) -> object:
    value = typed(text, column)
    return int(to_excel(value)) if isinstance(value, date) else value


def fill(sheet: Worksheet, rows: Rows, table: Table, value: Typed = typed) -> None:
    """Write a table's cells; the columns are found by their plain names."""
    known = {column.name: column for column in table.columns}
    columns = [known.get(name) for name in rows[0]]
    for line, row in enumerate(rows, 1):
        for place, (text, column) in enumerate(zip(row, columns, strict=True), 1):
            sheet.cell(line, place).value = (
                text if line == 1 else value(text, column)  # type: ignore[assignment]
            )


def one_workbook(value: Typed = typed, *, mac: bool = False) -> Callable[..., None]:
    """A workbook with a sheet a table."""

    def save(folder: Path, tables: Mapping[str, Rows]) -> None:
        book = Workbook()
        book.active.title = "Sheet1"  # type: ignore[union-attr]
        if mac:
            book.epoch = CALENDAR_MAC_1904
        for name, rows in tables.items():
            fill(book.create_sheet(name), rows, CONTRACT.tables[name], value)
        book.save(folder / "isian.xlsx")

    return save


def many_workbooks(folder: Path, tables: Mapping[str, Rows]) -> None:
    """A workbook a table, each with one sheet that is called whatever Excel calls it."""
    for name, rows in tables.items():
        book = Workbook()
        fill(book.active, rows, CONTRACT.tables[name])  # type: ignore[arg-type]
        book.save(folder / f"{name}.xlsx")


def as_excel_writes(folder: Path, tables: Mapping[str, Rows]) -> None:
    """A workbook whose texts are shared between cells, as Excel keeps them."""
    one_workbook()(folder, tables)
    share_texts(folder / "isian.xlsx")


_INLINE = re.compile(r't="inlineStr"><is><t(?: [^>]*)?>([^<]*)</t></is>')
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def share_texts(file: Path) -> None:
    """Move the texts of a workbook that openpyxl wrote into a part of their own."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    texts: dict[str, int] = {}

    def shared(match: re.Match[str]) -> str:
        return f't="s"><v>{texts.setdefault(match[1], len(texts))}</v>'

    parts |= {
        name: _INLINE.sub(shared, xml)
        for name, xml in parts.items()
        if name.startswith("xl/worksheets/")
    }
    items = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{XMLNS}">{items}</sst>'
    parts["[Content_Types].xml"] = with_shared_texts(parts["[Content_Types].xml"])
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def with_shared_texts(types: str) -> str:
    """The list of a workbook's parts with that of shared texts."""
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}"/>'
    return types.replace("</Types>", f"{part}</Types>")


def forms() -> Iterator[Form]:
    """Every form, each of another name."""
    yield from _separated_forms()
    yield from _written_forms()
    yield from _arranged_forms()
    yield from _refused_forms()
    yield from _workbook_forms()


def _separated_forms() -> Iterator[Form]:
    encodings = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252")
    ends = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
    names = {",": "koma", ";": "titik-koma", "\t": "tab"}
    for encoding, separator, end in product(encodings, names, ends):
        yield Form(f"{encoding} {names[separator]} {end}", encoding, separator, ends[end])


def _written_forms() -> Iterator[Form]:
    excel = Form("", "utf-8-sig", ";", "\r\n")
    dates = {
        "dd/mm/yyyy": _date(lambda d: f"{d:%d/%m/%Y}"),
        "d/m/yyyy": _date(lambda d: f"{d.day}/{d.month}/{d.year}"),
        "serial": _date(_serial),
    }
    numbers = {"koma desimal": _numbers(",", ""), "titik ribuan": _numbers(",", ".")}
    for name, write in (dates | numbers).items():
        for base in (Form(""), excel):
            yield replace(base, name=f"{name} {base.encoding}", cell=write)
    for name, number in product(dates, numbers):
        yield replace(excel, name=f"{name}, {number}", cell=_both(dates[name], numbers[number]))
    yield replace(excel, name="huruf besar", cell=_categories(str.upper))
    yield replace(excel, name="tanpa spasi", cell=_categories(lambda t: t.replace(" ", "")))
    yield replace(excel, name="spasi ganda", cell=_categories(lambda t: t.replace(" ", "  ")))
    yield replace(excel, name="diatas", cell=_categories(lambda t: t.replace("di ", "di")))
    yield replace(excel, name="spasi di tepi", cell=lambda text, _: f" {text}\u00a0")


def _arranged_forms() -> Iterator[Form]:
    excel = Form("", "utf-8", ";", "\r\n")
    heads: dict[str, Callable[[Column, Table], str]] = {
        "judul besar": lambda c, _: c.name.upper(),
        "judul spasi": lambda c, _: f" {c.name.replace('_', ' ').title()} ",
        "judul kamus": lambda c, _: c.titles["id"],
        "judul inggris": lambda c, _: c.titles["en"],
        "sinonim": _synonym,
        "judul wajib": lambda c, _: f"{c.name} *",
    }
    for name, head in heads.items():
        yield replace(excel, name=name, header=head)
    for name, arrange in {
        "kolom terbalik": _reversed,
        "kolom tambahan": _with_extra,
        "baris kosong": _with_blank_rows,
        "kolom kosong": _with_blank_columns,
        "blok 16 baris": _in_blocks,
        "blok dan baris kosong": lambda rows: _in_blocks(_with_blank_rows(rows)),
    }.items():
        yield replace(excel, name=name, arrange=arrange)
    yield replace(excel, name="sep=;", before="sep=;\r\n")
    yield replace(
        excel, name="sep=, utf-16", encoding="utf-16-le", separator=",", before="sep=,\n"
    )
    yield replace(excel, name="sep=tab", separator="\t", before="SEP=\t\r\n")
    yield replace(excel, name="semua berkutip", quoting=csv.QUOTE_ALL)
    yield replace(excel, name="ribuan baris kosong", after=";;;;;\r\n" * 3000)


def _refused_forms() -> Iterator[Form]:
    short = _date(lambda d: f"{d.day}-{d.month}-{d:%y}")
    yield Form("d-m-yy", cell=short, refused=frozenset({"date-ambiguous"}))
    american = _date(lambda d: f"{d:%m/%d/%Y}")
    yield Form("mm/dd/yyyy", cell=american, refused=frozenset({"not-a-date"}))
    yield Form("ribuan koma", cell=_numbers(".", ","), refused=frozenset({"not-an-integer"}))
    yield Form("judul ganda arti", header=_ambiguous, refused=frozenset({"header-ambiguous"}))
    yield Form("sep= lain", before="sep=;\n", refused=frozenset({"header-unknown"}))
    yield Form("utf-16 tanpa tanda", "utf-16le", refused=frozenset({"nul-bytes"}))


def _workbook_forms() -> Iterator[Form]:
    yield Form("buku kerja", workbook=one_workbook())
    yield Form("buku kerja teks", workbook=one_workbook(as_text))
    yield Form("buku kerja jam 00", workbook=one_workbook(_with_midnight))
    yield Form("buku kerja nomor seri", workbook=one_workbook(_with_serials))
    yield Form("buku kerja 1904", workbook=one_workbook(mac=True))
    yield Form("buku kerja Excel", workbook=as_excel_writes)
    yield Form("buku kerja per tabel", workbook=many_workbooks)
    yield Form("buku kerja baris kosong", arrange=_with_blank_rows, workbook=one_workbook())
    yield Form("buku kerja terbalik", arrange=_reversed, workbook=one_workbook())
