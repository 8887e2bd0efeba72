"""Texts that are marked to be shown and that nobody has approved yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    return tuple(t for t in _marked_texts(records) if t.jejak not in known)


def approvals_without_text(records: Records) -> int:
    """How many approvals are of no text that is marked now: the text was changed or removed."""
    return len(approvals(records) - {text.jejak for text in _marked_texts(records)})


def _marked_texts(records: Records) -> Iterator[WaitingText]:
    for name, consent in CONSENT.items():
        table, frame = records.contract.tables.get(name), records.tables.get(name)
        if table is not None and frame is not None:
            marked = frame[frame[consent] == GIVEN]
            for column in free_text_columns(table):
                yield from _texts(records, table, marked, column)


def _texts(
    records: Records, table: Table, marked: pd.DataFrame, column: str
) -> Iterator[WaitingText]:
    found = fingerprints(marked, table, column).dropna()
    for jejak, rows in found.groupby(found, sort=False).groups.items():
        first = marked.loc[rows[0]]
        yield WaitingText(
            jejak=str(jejak),
            berkas=table.path,
            tabel=table.name,
            kolom=column,
            kode_opd=first["kode_opd"],
            baris=tuple(records.lines_of(table.name, rows)),
            teks=first[column],
        )
