"""An .xlsx file as the texts of its sheets, read by openpyxl once it is known to be harmless."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from suluh.intake.limits import LAST_ROW, MOST_CELLS, MOST_LOOKED_AT
from suluh.intake.workbook_cells import Cell, CellText, cell_text
from suluh.intake.workbook_parts import WorkbookError, has_formulas

if TYPE_CHECKING:
    from openpyxl import Workbook

Spot = tuple[int, int]
"""Row, counted from 1, and column, counted from 0."""


@dataclass(frozen=True)
class RawSheet:
    """Texts row by row, blank cells at the end of a row left out; `codes` of spoilt cells."""

    rows: Sequence[Sequence[str]]
    codes: Mapping[Spot, str]

    @property
    def filled_rows(self) -> int:
        return sum(any(text.strip() for text in row) for row in self.rows)


@dataclass(frozen=True)
class WorkbookFile:
    """An .xlsx file; WorkbookError on the first look at its sheets where it cannot be read."""

    content: bytes

    @cached_property
    def sheets(self) -> Mapping[str, RawSheet]:
        """Every sheet by its name, in their order."""
        formulas = self._formulas() if has_formulas(self.content) else {}
        with _opened(self.content, data_only=True) as book:
            if not book.worksheets:
                raise WorkbookError("workbook-unreadable")
            from_1904 = book.epoch.year == 1904  # noqa: PLR2004 the other year Excel counts from
            return {
                sheet.title: _raw_sheet(sheet, formulas.get(sheet.title, {}), from_1904)
                for sheet in book.worksheets
            }

    def _formulas(self) -> Mapping[str, Mapping[Spot, str]]:
        """The text of every formula, by sheet and spot."""
        with _opened(self.content, data_only=False) as book:
            return {sheet.title: dict(_formulas_of(sheet)) for sheet in book.worksheets}


@contextmanager
def _opened(content: bytes, *, data_only: bool) -> Iterator[Workbook]:
    from openpyxl import load_workbook  # noqa: PLC0415 a folder without a workbook needs none

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that hold no cells
        try:
            book = load_workbook(
                io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False
            )
            yield book
            book.close()
        except WorkbookError:
            raise
        except Exception as error:  # broken XML makes openpyxl raise anything
            raise WorkbookError("workbook-unreadable") from error


def _raw_sheet(sheet: Any, formulas: Mapping[Spot, str], from_1904: bool) -> RawSheet:  # noqa: ANN401
    rows: list[Sequence[str]] = []
    codes: dict[Spot, str] = {}
    size = 0
    for line, cells in _rows(sheet):
        if not cells:
            rows.append(())
            continue
        found = [_text(cell, formulas.get((line, i)), from_1904) for i, cell in enumerate(cells)]
        codes |= {(line, place): cell.code for place, cell in enumerate(found) if cell.code}
        rows.append(_without_blank_end([cell.text for cell in found]))
        size = max(size, len(rows[-1]))
        if size * line > MOST_CELLS:
            raise WorkbookError("workbook-too-large")
    return RawSheet(rows, codes)


def _text(cell: Cell, formula: str | None, from_1904: bool) -> CellText:
    """A cell's text; that of its formula where Excel has not computed it yet."""
    if formula is not None and cell.value is None and cell.data_type != "str":
        return CellText(formula)
    return cell_text(cell, from_1904)


def _formulas_of(sheet: Any) -> Iterator[tuple[Spot, str]]:  # noqa: ANN401
    for line, cells in _rows(sheet):
        for place, cell in enumerate(cells):
            if cell.data_type == "f":
                yield (line, place), _formula_text(cell.value)


def _formula_text(value: object) -> str:
    """As it is typed; arrays and data tables keep it in an object, or have none to show."""
    text = value if isinstance(value, str) else getattr(value, "text", None)
    return text if text and len(text) > 1 else "=?"


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[Cell]]]:  # noqa: ANN401
    """Every row by its number; the size a sheet claims is not believed."""
    sheet.reset_dimensions()
    asked = 0
    for line, cells in enumerate(sheet.iter_rows(), 1):
        asked += len(cells)
        if line > LAST_ROW or asked > MOST_LOOKED_AT:
            raise WorkbookError("workbook-too-large")
        yield line, cells


def _without_blank_end(texts: list[str]) -> list[str]:
    while texts and not texts[-1].strip():
        texts.pop()
    return texts
