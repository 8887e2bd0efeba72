"""What trained staff say of their training: their satisfaction, and whether they apply it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suluh.charts.chart import Chart, ChartTable
from suluh.charts.count_bars import (
    HIDDEN_NOTE,
    Scale,
    bar_data,
    counts_by_year,
    is_hidden,
    spoken,
    with_counts,
)
from suluh.charts.words import state_notes
from suluh.localisation import number_text, period_so_far
from suluh.published import Figure, Published
from suluh.text import many_, say, say_many


@dataclass(frozen=True)
class Question:
    """A question asked of participants and how its answers 3 and 4 are told in a title."""

    id: str
    indicator: str
    words: tuple[str, ...]
    told: str
    reading: str


SATISFACTION = Question(
    "kepuasan-peserta",
    "pelatihan_kepuasan",
    (say("1 tidak puas"), say("2 kurang"), say("3 puas"), say("4 sangat puas")),
    say("puas atau sangat puas dengan pelatihannya"),
    say(
        "Tiap batang: jawaban satu tahun, puaskah peserta dengan pelatihan yang mereka ikuti, "
        "yang terendah di kiri (Kirkpatrick tingkat 1)."
    ),
)
APPLICATION = Question(
    "penerapan",
    "pelatihan_penerapan",
    (say("1 tidak"), say("2 kurang"), say("3 diterapkan"), say("4 sepenuhnya")),
    say("menyatakan hasil pelatihan diterapkan di tempat kerja"),
    say(
        "Tiap batang: jawaban satu tahun, beberapa bulan sesudah pelatihan, apakah hasilnya "
        "dipakai di tempat kerja, yang terendah di kiri (Kirkpatrick tingkat 3)."
    ),
)


def satisfaction_of_participants(published: Published, kode_opd: str) -> Chart | None:
    """Chart `kepuasan-peserta`, drawn like `predikat`."""
    return _answers(published, kode_opd, SATISFACTION)


def application_at_work(published: Published, kode_opd: str) -> Chart | None:
    """Chart `penerapan`, drawn like `predikat`."""
    return _answers(published, kode_opd, APPLICATION)


def _answers(published: Published, kode_opd: str, question: Question) -> Chart | None:
    scale = Scale(("1", "2", "3", "4"), question.words, (0, 1, 3, 4))
    years = counts_by_year(published.of(kode_opd), question.indicator, scale)
    shown = with_counts(years)
    if not shown:
        return None
    listed = [f for figures in years.values() for f in figures]
    return Chart(
        id=question.id,
        kind="predikat",
        title=_title(years[shown[-1]], period_so_far(shown[-1], published.as_of), question),
        reading=question.reading,
        description=spoken(years, scale),
        data=bar_data(years, scale, many_("{count} jawaban"), {w: w for w in years}),
        table=ChartTable((say("Tahun"), *question.words), tuple((w, *years[w]) for w in years)),
        indikator=(question.indicator,),
        notes=(*((HIDDEN_NOTE,) if is_hidden(listed) else ()), *state_notes(published, listed)),
    )


def _title(figures: Sequence[Figure], when: str, question: Question) -> str:
    good = sum(f.nilai or 0 for f in figures[2:])
    if any(f.nilai is None for f in figures[2:]):
        return say("Jawaban peserta pelatihan, {when}", when=when)
    told = {"good": number_text(good), "told": question.told, "when": when}
    if all(f.has_value for f in figures):
        total = number_text(sum(f.nilai or 0 for f in figures))
        return say_many("{good} dari {total} jawaban {told}, {when}", good, total=total, **told)
    return say_many("{good} jawaban {told}, {when}", good, **told)
