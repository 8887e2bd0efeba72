"""What the officer decided: all texts that were shown, or those a filled-in form says `ya` to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from suluh.approval import APPROVALS, GIVEN
from suluh.contract import Column, ColumnType, Contract, Table
from suluh.intake import has_errors, problems_as
from suluh.intake.table_file import read_table_file
from suluh.review.listing import FORM_COLUMNS
from suluh.review.waiting import WaitingText
from suluh.usage import UserError


@dataclass(frozen=True)
class Approver:
    """Who approves, and on which day; what is None must stand in the form."""

    name: str | None
    day: date | None


@dataclass(frozen=True)
class Approval:
    """A row of `persetujuan.csv`."""

    jejak: str
    tabel: str
    kolom: str
    disetujui_oleh: str
    tanggal: str


@dataclass(frozen=True)
class Decision:
    """The approvals given, and the lines of the form whose text is no longer what was read."""

    approvals: tuple[Approval, ...]
    changed: tuple[int, ...] = ()


def approve_all(waiting: Sequence[WaitingText], by: Approver) -> Decision:
    """Approve every waiting text; UserError without a name and a day."""
    if not by.name or not by.day:
        raise _unsigned()
    return Decision(tuple(_approval(t, by.name, by.day) for t in waiting))


def approve_form(
    form: Path, waiting: Sequence[WaitingText], contract: Contract, by: Approver, lang: str
) -> Decision:
    """Approve what a form says `ya` to; UserError where it is unreadable or unsigned.

    A text that was changed since the form was written has another fingerprint: its line is told
    of and nothing of it is approved, nor is a text that was approved already approved again.
    """
    typed, problems = read_table_file(form, _form_table(form, contract))
    if typed is None or has_errors(problems):
        raise UserError.of_data(problems_as("text", problems, lang))
    agreed = typed.frame[typed.frame["setuju"] == GIVEN]
    known = {text.jejak: text for text in waiting}
    here = agreed[agreed["jejak"].isin(list(known))].drop_duplicates("jejak")
    changed = agreed.index[~agreed["jejak"].isin(list(known))]
    return Decision(tuple(_signed(here, known, by)), tuple(changed.tolist()))


def _signed(
    agreed: pd.DataFrame, known: dict[str, WaitingText], by: Approver
) -> Iterator[Approval]:
    for line, row in agreed.iterrows():
        name = row["disetujui_oleh"] if pd.notna(row["disetujui_oleh"]) else by.name
        day = row["tanggal"].date() if pd.notna(row["tanggal"]) else by.day
        if not name or not day:
            raise _unsigned(line)
        yield _approval(known[row["jejak"]], name, day)


def _approval(text: WaitingText, name: str, day: date) -> Approval:
    return Approval(text.jejak, text.tabel, text.kolom, name, day.isoformat())


def _unsigned(line: object = None) -> UserError:
    where, where_en = (f"Baris {line}: ", f"Row {line}: ") if line else ("", "")
    return UserError.of_usage(
        f"{where}siapa yang menyetujui dan kapan? Isi disetujui_oleh dan tanggal di formulir, "
        'atau tulis --by "JABATAN" --on 2026-09-30.',
        f"{where_en}who approves, and when? Fill in disetujui_oleh and tanggal in the form, "
        'or give --by "POST" --on 2026-09-30.',
    )


def _form_table(form: Path, contract: Contract) -> Table:
    """The form as a table: what the officer fills in follows the contract of the approvals."""
    approvals = contract.tables[APPROVALS]
    setuju = _optional("setuju", enum=(GIVEN, "tidak"))
    signed = (approvals.column("jejak"), setuju, _optional("disetujui_oleh"))
    columns = (*map(_optional, FORM_COLUMNS), *signed, _optional("tanggal", type_="date"))
    return Table("formulir", form.name, {}, {}, columns, (), ())


def _optional(name: str, type_: ColumnType = "string", enum: tuple[str, ...] = ()) -> Column:
    return Column(
        name=name,
        type=type_,
        required=False,
        enum=enum,
        pattern="",
        minimum=None,
        maximum=None,
        privacy="restricted",
        event=False,
        titles={},
        descriptions={},
        example="2026-09-30" if type_ == "date" else "",
    )
