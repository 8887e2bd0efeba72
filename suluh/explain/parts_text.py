"""The rows behind a figure in words: which count, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from suluh.explain.explanation import Explanation
from suluh.explain.parts import LATER_PERIOD, OTHER_DEPARTMENT, OTHER_PERIOD, Part
from suluh.explain.words import Words

ELSEWHERE = (OTHER_DEPARTMENT, OTHER_PERIOD, LATER_PERIOD)
"""Reasons that only say that a row is about something else: their lines are not named."""


def part_lines(part: Part, explanation: Explanation, words: Words) -> Iterator[str]:
    """What one table gives, with the spreadsheet lines."""
    file = _file(part.table, explanation)
    if part.absent:
        yield words.say("tabel_kosong", berkas=file)
        return
    used, every = (words.number(count) for count in (len(part.used), part.rows))
    yield words.say("tabel", berkas=file, dipakai=used, semua=every)
    if len(part.used):
        yield words.say("nomor", nomor=_lines(part.table, part.used, explanation, words))
        yield from _numerator(part, explanation, words)
        yield from _looked_up(part, explanation, words)
    yield from _left_out(part, explanation, words)


def _numerator(part: Part, explanation: Explanation, words: Words) -> Iterator[str]:
    if part.counted is None:
        return
    sum_ = explanation.amounts["k" if "k" in explanation.amounts else "selesai"].name
    name = words.meaning(sum_) or sum_
    if not len(part.counted):
        yield words.say("di_antaranya_nol", nama=name)
        return
    lines = _lines(part.table, part.counted, explanation, words)
    number = words.number(len(part.counted))
    yield words.say("di_antaranya", nama=name, banyak=number, nomor=lines)


def _looked_up(part: Part, explanation: Explanation, words: Words) -> Iterator[str]:
    for table, rows in part.looked_up.items():
        lines = _lines(table, rows, explanation, words)
        file, number = _file(table, explanation), words.number(len(rows))
        yield words.say("rujukan", berkas=file, banyak=number, nomor=lines)


def _left_out(part: Part, explanation: Explanation, words: Words) -> Iterator[str]:
    if not part.left_out:
        return
    yield words.say("tidak", banyak=words.number(part.rows - len(part.used)))
    for reason, rows in part.left_out.items():
        why, number = words.name("alasan", reason), words.number(len(rows))
        if reason in ELSEWHERE:
            yield "  " + words.say("alasan", alasan=why, banyak=number)
        else:
            lines = _lines(part.table, rows, explanation, words)
            yield "  " + words.say("alasan_baris", alasan=why, banyak=number, nomor=lines)


def _lines(table: str, rows: pd.Index, explanation: Explanation, words: Words) -> str:
    return words.lines(explanation.records.lines_of(table, rows))


def _file(table: str, explanation: Explanation) -> str:
    return explanation.records.label_of(table)
