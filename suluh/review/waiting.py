"""Texts that are marked to be shown and that nobody has approved yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from suluh.approval import CONSENT, GIVEN, free_text_columns
from suluh.contract import Table
from suluh.disclosure.approved import approvals, fingerprints
from suluh.records import Records


@dataclass(frozen=True)
class WaitingText:
    """Words that wait for approval; `baris` are the spreadsheet lines they stand in."""

    jejak: str
    berkas: str
    tabel: str
    kolom: str
    kode_opd: str
    baris: tuple[int, ...]
    teks: str


def waiting_texts(records: Records) -> tuple[WaitingText, ...]:
    """Every such text once, in the order of the files; the same words of an OPD are one text."""
    known = approvals(records)
    return tuple(
        text
        for table, marked, column, found in _marked_texts(records)
        for text in _texts(records, table, marked, found[~found.isin(known)], column)
    )


def count_waiting(records: Records) -> int:
    """How many texts wait."""
    marked = (set(found) for *_, found in _marked_texts(records))
    return len(set().union(*marked) - approvals(records))


def approvals_without_text(records: Records) -> int:
    """How many approvals are of no text that is marked now: the text was changed or removed."""
    marked = (set(found) for *_, found in _marked_texts(records))
    return len(approvals(records).difference(*marked))


def _marked_texts(
    records: Records,
) -> Iterator[tuple[Table, pd.DataFrame, str, pd.Series[Any]]]:
    """Each column of free text: its table, the rows that are marked, and their fingerprints."""
    for name, consent in CONSENT.items():
        table, frame = records.contract.tables.get(name), records.tables.get(name)
        if table is not None and frame is not None:
            marked = frame[frame[consent] == GIVEN]
            for column in free_text_columns(table):
                yield table, marked, column, fingerprints(marked, table, column).dropna()


def _texts(
    records: Records, table: Table, marked: pd.DataFrame, found: pd.Series[Any], column: str
) -> Iterator[WaitingText]:
    for jejak, rows in found.groupby(found, sort=False).groups.items():
        first = marked.loc[rows[0]]
        yield WaitingText(
            jejak=str(jejak),
            berkas=records.label_of(table.name),
            tabel=table.name,
            kolom=column,
            kode_opd=first["kode_opd"],
            baris=tuple(records.lines_of(table.name, rows)),
            teks=first[column],
        )
