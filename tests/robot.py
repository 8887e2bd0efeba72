"""A robot that knows nothing of the data and does what each message says.

Where a message offers a value (a suggestion, a choice) it writes that one. Where it tells only
the form of a value, or to look at the original, it looks at `original`, the folder before.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from openpyxl import load_workbook

from suluh.intake import Problem
from suluh.intake.headers import column_number

Sheet = list[list[str]]


def follow(problems: Sequence[Problem], folder: Path, original: Path) -> None:
    """Do what every message says: cells first, then whole rows and columns, then files."""
    hopeless = {p.file for p in problems if p.code == "problems-more"}
    told = [p for p in problems if p.code == "problems-more" or p.file not in hopeless]
    for remedies in (CELLS, LINES, COLUMNS, FILES):
        for problem in reversed(told):
            if problem.code in remedies and not _is_shadowed(problem, problems):
                remedies[problem.code](problem, folder, original)


def _is_shadowed(problem: Problem, problems: Sequence[Problem]) -> bool:
    """A missing column is there once the misspelt one beside it is renamed."""
    return problem.code == "column-missing" and any(
        p.code == "column-unknown" and p.file == problem.file
        and _suggested(p) == problem.column
        for p in problems
    )  # fmt: skip


def _read(path: Path) -> Sheet:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def _write(path: Path, rows: Sheet) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_bytes(text.getvalue().encode())


def _cell(problem: Problem) -> tuple[int, int]:
    return (problem.line or 1) - 1, column_number(problem.cell.rstrip("0123456789")) - 1


def _put(problem: Problem, folder: Path, text: str, column: str = "") -> None:
    rows = _read(folder / problem.file)
    row, place = _cell(problem)
    rows[row][rows[0].index(column) if column else place] = text
    _write(folder / problem.file, rows)


def _original(problem: Problem, original: Path) -> str:
    rows = _read(original / problem.file)
    return rows[(problem.line or 1) - 1][rows[0].index(problem.column)]


def _suggested(problem: Problem) -> str:
    found = re.search(r"Maksud Anda “(.+?)”\?", problem.fix())
    return found[1] if found else ""


def _offered(problem: Problem, *forms: str) -> str:
    for form in (r"Maksud Anda “(.+?)”\?", *forms):
        found = re.search(form, problem.fix())
        if found:
            return found[1]
    return ""


def write_what_is_offered(problem: Problem, folder: Path, original: Path) -> None:
    text = _offered(problem, r"salah satu: ([^,.…]+)", r"indikator: ([^,.…]+)")
    _put(problem, folder, text or _original(problem, original))


def write_the_original(problem: Problem, folder: Path, original: Path) -> None:
    _put(problem, folder, _original(problem, original))


def clear_the_cell(problem: Problem, folder: Path, original: Path) -> None:
    del original
    _put(problem, folder, "")


def remove_the_number(problem: Problem, folder: Path, original: Path) -> None:
    rows = _read(folder / problem.file)
    row, place = _cell(problem)
    text = re.sub(r"[\d ]{15,}", "", rows[row][place]).strip()
    pseudonym = "p-00417" if problem.column == "id_pegawai" else ""
    _put(problem, folder, text or pseudonym or _original(problem, original))


def write_the_earlier_date(problem: Problem, folder: Path, original: Path) -> None:
    del original
    (day,) = re.findall(r"\((\d{4}-\d\d-\d\d)\)", problem.message())
    _put(problem, folder, day)


def set_the_status(problem: Problem, folder: Path, original: Path) -> None:
    del original
    _put(problem, folder, "selesai", "status")


def write_another_code(problem: Problem, folder: Path, original: Path) -> None:
    del original
    _put(problem, folder, "opd-baru")


def write_the_number_of_people(problem: Problem, folder: Path, original: Path) -> None:
    del original
    (people,) = re.findall(r", (\d+) pegawai", problem.message())
    _put(problem, folder, people)


def delete_the_row(problem: Problem, folder: Path, original: Path) -> None:
    del original
    rows = _read(folder / problem.file)
    del rows[(problem.line or 1) - 1]
    _write(folder / problem.file, rows)


def complete_the_row(problem: Problem, folder: Path, original: Path) -> None:
    rows = _read(folder / problem.file)
    place = (problem.line or 1) - 1
    rows[place] += _read(original / problem.file)[place][len(rows[place]) :]
    _write(folder / problem.file, rows)


def remove_the_extra_cells(problem: Problem, folder: Path, original: Path) -> None:
    del original
    rows = _read(folder / problem.file)
    (expected,) = re.findall(r"seharusnya (\d+)", problem.message())
    row = (problem.line or 1) - 1
    rows[row] = rows[row][: int(expected)]
    _write(folder / problem.file, rows)


def delete_the_column(problem: Problem, folder: Path, original: Path) -> None:
    del original
    rows, (_, place) = _read(folder / problem.file), _cell(problem)
    _write(folder / problem.file, [row[:place] + row[place + 1 :] for row in rows])


def rename_or_delete_the_column(problem: Problem, folder: Path, original: Path) -> None:
    if _suggested(problem):
        _put(problem, folder, _suggested(problem))
    else:
        delete_the_column(problem, folder, original)


def restore_the_file(problem: Problem, folder: Path, original: Path) -> None:
    named = re.findall(r"Tambahkan (\w+\.csv)", problem.fix())
    file = named[0] if problem.code == "reference-table-missing" else problem.file
    path = folder / file
    if path.is_dir():
        path.rmdir()
    shutil.copy(original / file, path)


def save_as_utf8(problem: Problem, folder: Path, original: Path) -> None:
    del original
    path = folder / problem.file
    path.write_bytes(path.read_bytes().decode("cp1252").encode())


def delete_what_is_above_the_header(problem: Problem, folder: Path, original: Path) -> None:
    del original
    path = folder / problem.file
    path.write_bytes(path.read_bytes().partition(b"\n")[2])


def close_the_quotation(problem: Problem, folder: Path, original: Path) -> None:
    del original
    path = folder / problem.file
    lines = path.read_bytes().split(b"\n")
    row = (problem.line or 1) - 1
    lines[row] = re.sub(rb'(^|,)"([^",]*)(?=,|$)', rb'\1"\2"', lines[row])
    path.write_bytes(b"\n".join(lines))


def name_the_column_as_before(problem: Problem, folder: Path, original: Path) -> None:
    rows = _read(original / problem.file)
    _put(problem, folder, rows[0][_cell(problem)[1]])


def delete_the_blank_rows(problem: Problem, folder: Path, original: Path) -> None:
    del original
    path = folder / problem.file
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*filter(None, lines), b""]))


def type_the_original_as_text(problem: Problem, folder: Path, original: Path) -> None:
    book = load_workbook(folder / problem.file)
    rows = _read((original / problem.file).with_suffix(".csv"))
    row, place = _cell(problem)
    cell = book[problem.sheet].cell(row + 1, place + 1)
    cell.number_format = "@"
    cell.value = rows[row][rows[0].index(problem.column)]
    book.save(folder / problem.file)


def delete_the_sheet(problem: Problem, folder: Path, original: Path) -> None:
    book = load_workbook(folder / problem.file)
    if len(book.worksheets) == 1:
        remove_the_file(problem, folder, original)
    else:
        del book[problem.sheet]
        book.save(folder / problem.file)


def remove_the_file(problem: Problem, folder: Path, original: Path) -> None:
    del original
    (folder / problem.file).unlink()


def rename_or_remove_the_file(problem: Problem, folder: Path, original: Path) -> None:
    del original
    path, name = folder / problem.file, _suggested(problem)
    if name and not (folder / name).exists():
        path.rename(folder / name)
    else:
        path.unlink()


Remedy = Callable[[Problem, Path, Path], None]

CELLS: Mapping[str, Remedy] = {
    "blank": write_the_original,
    "not-a-date": write_the_original,
    "not-an-integer": write_the_original,
    "not-a-number": write_the_original,
    "not-in-list": write_what_is_offered,
    "pattern": write_the_original,
    "unknown-reference": write_what_is_offered,
    "unknown-indicator": write_what_is_offered,
    "department-not-valid": write_what_is_offered,
    "date-ambiguous": write_the_original,
    "date-serial": write_the_original,
    "date-unexpected": type_the_original_as_text,
    "number-ambiguous": write_the_original,
    "number-format": type_the_original_as_text,
    "formula-cell": write_the_original,
    "error-value": write_the_original,
    "cell-too-long": write_the_original,
    "scientific-number": write_the_original,
    "out-of-range": write_the_original,
    "done-date-missing": write_the_original,
    "done-date-contradicts": set_the_status,
    "personal-number": remove_the_number,
    "personal-phone": write_the_original,
    "personal-email": write_the_original,
    "personal-name": write_the_original,
    "date-order": write_the_earlier_date,
    "rating-mismatch": clear_the_cell,
    "target-out-of-range": write_the_original,
    "reserved-code": write_another_code,
    "more-participants-than-staff": write_the_number_of_people,
    "more-evaluated-than-staff": write_the_number_of_people,
}
LINES: Mapping[str, Remedy] = {
    "duplicate-key": delete_the_row,
    "row-short": complete_the_row,
    "row-long": remove_the_extra_cells,
}
COLUMNS: Mapping[str, Remedy] = {
    "header-ambiguous": name_the_column_as_before,
    "header-repeated": delete_the_column,
    "header-duplicate": delete_the_column,
    "header-blank": delete_the_column,
    "column-unknown": rename_or_delete_the_column,
    "column-missing": restore_the_file,
}
FILES: Mapping[str, Remedy] = {
    "package-missing": restore_the_file,
    "package-invalid": restore_the_file,
    "table-missing": restore_the_file,
    "table-empty": restore_the_file,
    "file-unreadable": restore_the_file,
    "nul-bytes": restore_the_file,
    "encoding-unknown": restore_the_file,
    "reference-table-missing": restore_the_file,
    "encoding-old": save_as_utf8,
    "header-unknown": delete_what_is_above_the_header,
    "quote-open": close_the_quotation,
    "unknown-file": rename_or_remove_the_file,
    "spreadsheet-file": rename_or_remove_the_file,
    "table-too-large": delete_the_blank_rows,
    "problems-more": restore_the_file,
    "table-twice": remove_the_file,
    "file-too-large": remove_the_file,
    "workbook-unreadable": remove_the_file,
    "workbook-encrypted": remove_the_file,
    "workbook-too-large": remove_the_file,
    "workbook-no-table": remove_the_file,
    "sheet-misspelt": delete_the_sheet,
    "sheet-unknown": delete_the_sheet,
}
REMEDIES = {**CELLS, **LINES, **COLUMNS, **FILES}
"""What is done about each code; the first of a row or column goes last, so that none moves."""
