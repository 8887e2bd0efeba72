"""An explanation as plain text: one statement a line, so that it also reads well aloud."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from rich.console import Console

from suluh.explain.calculation_text import calculation_lines, interval_lines
from suluh.explain.explanation import Explanation
from suluh.explain.parts_text import part_lines
from suluh.explain.words import Words
from suluh.figures import CITY
from suluh.opendata import csv_line

INDENT = "  "


def print_explanation(explanation: Explanation, words: Words, console: Console) -> None:
    """Print it; headings are bold on a terminal, elsewhere there is nothing but text."""
    for line in explanation_lines(explanation, words):
        style = "bold" if line and not line.startswith(INDENT) else ""
        console.print(line, style=style, markup=False, highlight=False, soft_wrap=True)


def explanation_lines(explanation: Explanation, words: Words) -> Iterator[str]:
    """Headings begin a line; what is below them is indented."""
    hidden = explanation.effect.hides
    yield from _section("judul", _subject(explanation, words), words)
    yield f"{words.say('rahasia' if hidden else 'terbatas')}"
    yield ""
    yield from _section("hasil", _result(explanation, words), words)
    yield from _section("arti", _meaning(explanation, words), words)
    yield from _section("baris", _rows(explanation, words), words)
    yield from _section("jumlah", _sums(explanation, words), words)
    yield from _section("perhitungan", calculation_lines(explanation, words), words)
    yield from _section("selang", interval_lines(explanation, words), words)
    yield from _section("perlindungan", _protection(explanation, words), words)
    if hidden:
        yield words.say("rahasia_akhir")


def _section(name: str, lines: Iterator[str], words: Words) -> Iterator[str]:
    """A heading and its lines; nothing where there are no lines."""
    below = [INDENT + line for line in lines]
    if below:
        yield from (words.name("bagian", name), *below, "")


def _subject(explanation: Explanation, words: Words) -> Iterator[str]:
    asked, indicator = explanation.question, explanation.indicator
    name = indicator.nama if words.lang == "id" else indicator.nama_en
    yield words.say("indikator", nama=name, id=indicator.id)
    if asked.kode_opd == CITY:
        yield words.say("kota")
    else:
        opd = explanation.records.tables["opd"].set_index("kode_opd")["nama"]
        yield words.say("opd", nama=opd[asked.kode_opd], kode=asked.kode_opd)
    days = {"mulai": words.day(asked.period.start), "akhir": words.day(asked.period.end)}
    yield words.say("periode", periode=words.period(asked.period), **days)
    if asked.rincian:
        yield words.say("rincian", rincian=words.category(asked.indikator, asked.rincian))
    yield words.say("tanggal", tanggal=words.day(explanation.records.as_of))


def _result(explanation: Explanation, words: Words) -> Iterator[str]:
    row = explanation.computed.iloc[0]
    if pd.isna(row["nilai"]):
        yield words.say("tanpa_nilai")
    else:
        value = words.amount(row["nilai"], row["satuan"])
        yield words.say("nilai_rahasia" if explanation.effect.hides else "nilai", nilai=value)
    if pd.notna(row["batas_bawah"]):
        limits = {k: words.number(row[f"batas_{k}"]) for k in ("bawah", "atas")}
        yield words.say("batas", **limits)
    if pd.notna(row["n"]):
        yield words.say("n", n=words.number(row["n"]))
    if row["kategori"]:
        yield words.say("kategori", kategori=words.of_record(row["kategori"]))
    yield from _published(explanation, words)


def _published(explanation: Explanation, words: Words) -> Iterator[str]:
    """The figure as the public finds it."""
    if explanation.published.empty:
        yield words.say("tanpa_csv")
        return
    status = explanation.published["status"].iloc[0]
    yield words.say("status", status=words.name("status", status))
    yield words.say("csv", baris=csv_line(explanation.published))


def _meaning(explanation: Explanation, words: Words) -> Iterator[str]:
    indicator = explanation.indicator
    rule = indicator.version_in(explanation.question.period.year)
    prose = indicator if words.lang == "id" else indicator.en
    yield words.say("definisi", isi=_one_line(prose.definisi))
    yield words.say("rumus", isi=_one_line(prose.rumus))
    yield words.say("versi", versi=rule.versi, mulai=rule.mulai, dasar=rule.dasar)


def _rows(explanation: Explanation, words: Words) -> Iterator[str]:
    for part in explanation.parts:
        yield from part_lines(part, explanation, words)


def _sums(explanation: Explanation, words: Words) -> Iterator[str]:
    for amount in explanation.amounts.values():
        meaning = words.meaning(amount.name)
        value = words.number(amount.value)
        yield words.say(
            "jumlah", nama=amount.name, nilai=value, arti=f" ({meaning})" if meaning else ""
        )


def _protection(explanation: Explanation, words: Words) -> Iterator[str]:
    policy = explanation.records.contract.policy
    yield words.name("perlindungan", explanation.effect).format(
        responden=policy.hidden_responses, cukup=policy.small_sample, orang=policy.smallest_count
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
