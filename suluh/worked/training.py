"""Worked examples of training and of the staff it is for."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.record_words import record_word
from suluh.text import say
from suluh.worked.example import (
    Example,
    Given,
    agreeing,
    all_of,
    formula,
    n_of,
    rate,
    rest,
    share,
    sum_text,
    total,
    value_of,
)
from suluh.worked.method import Method

SCORES = ("1", "2", "3", "4")


def _staff(published: Published, figure: Figure) -> Example | None:
    permanent = n_of(
        published.figure(figure.kode_opd, "jp_terpenuhi", figure.periode), say("jumlah PNS")
    )
    if permanent is None or figure.nilai is None:
        return None
    return total(figure, (permanent, Given(say("jumlah PPPK"), figure.nilai - permanent.value)))


def _hours(published: Published, figure: Figure) -> Example | None:
    """The hours of the four quarters ÷ headcount."""
    n, year = figure.n, Period.parse(figure.periode).year
    quarters = [
        published.figure(figure.kode_opd, "jp_triwulan", str(Period(year, q)))
        for q in (1, 2, 3, 4)
    ]
    given = all_of(value_of(f, say("JP per pegawai dalam satu triwulan")) for f in quarters)
    if not n or not given:
        return None
    hours = [round(g.value * n, 4) for g in given]
    head = Given(say("jumlah pegawai (n)"), n, figure, "n")
    expression = formula("{} ÷ {}", sum_text(hours), n)
    note = say("Tiap JP per pegawai dikali jumlah pegawai menjadi jumlah JP triwulan itu.")
    return agreeing(Example(figure, (head, *given), expression, note=note), sum(hours) / n)


def _hours_of_quarter(_published: Published, figure: Figure) -> Example | None:
    return rate(figure, say("jumlah JP yang diselesaikan"), say("jumlah pegawai (n)"))


def _obligation(_published: Published, figure: Figure) -> Example | None:
    return share(figure, say("PNS dengan 20 JP atau lebih"), say("jumlah PNS (n)"))


def _reach(_published: Published, figure: Figure) -> Example | None:
    return share(figure, say("pegawai yang menyelesaikan pelatihan"), say("jumlah pegawai (n)"))


def _completion(published: Published, figure: Figure) -> Example | None:
    done = value_of(
        published.figure(figure.kode_opd, "pelatihan_peserta", figure.periode),
        say("keikutsertaan yang selesai"),
    )
    n = n_of(figure, say("semua keikutsertaan (n)"))
    if done is None or n is None or not n.value:
        return None
    expression = formula("100 × {} ÷ {}", done.value, n.value)
    return agreeing(Example(figure, (done, n), expression), 100 * done.value / n.value)


def _by_theme(published: Published, figure: Figure) -> Example | None:
    themes = published.of(figure.kode_opd).categories(figure.indikator, figure.periode)
    return total(
        figure,
        all_of(
            value_of(f, say("selesai, tema {theme}", theme=record_word(f.rincian))) for f in themes
        ),
    )


def _scores(_published: Published, figure: Figure) -> Example | None:
    return rate(figure, say("jumlah nilai tes"), say("keikutsertaan dengan kedua nilai (n)"))


def _gain(published: Published, figure: Figure) -> Example | None:
    """The scores after, less those before, ÷ n."""
    n = figure.n
    given = all_of(
        value_of(
            published.figure(figure.kode_opd, "pelatihan_nilai", figure.periode, test),
            label,
        )
        for test, label in (
            ("akhir", say("rata-rata nilai akhir")),
            ("awal", say("rata-rata nilai awal")),
        )
    )
    if not n or not given:
        return None
    after, before = (round(g.value * n, 4) for g in given)
    tested = Given(say("keikutsertaan dengan kedua nilai (n)"), n, figure, "n")
    expression = formula("({} − {}) ÷ {}", after, before, n)
    note = say("Tiap rata-rata dikali banyaknya keikutsertaan menjadi jumlah nilai.")
    return agreeing(Example(figure, (tested, *given), expression, note=note), (after - before) / n)


def _answers(published: Published, figure: Figure) -> Example | None:
    others = (
        published.figure(figure.kode_opd, figure.indikator, figure.periode, score)
        for score in SCORES
        if score != figure.rincian
    )
    given = all_of(
        value_of(f, say("memberi nilai {score}", score=f.rincian)) if f else None for f in others
    )
    return rest(figure, say("semua jawaban (n)"), given)


def _applied(published: Published, figure: Figure) -> Example | None:
    upper = (
        published.figure(figure.kode_opd, "pelatihan_penerapan", figure.periode, score)
        for score in ("3", "4")
    )
    given = all_of(
        value_of(f, say("menjawab {score}", score=f.rincian)) if f else None for f in upper
    )
    if not given or not figure.n:
        return None
    counts = [g.value for g in given]
    n = Given(say("semua jawaban (n)"), figure.n, figure, "n")
    expression = formula("100 × {} ÷ {}", sum_text(counts), figure.n)
    return agreeing(Example(figure, (n, *given), expression), 100 * sum(counts) / figure.n)


METHODS: Mapping[str, Method] = {
    "pegawai_jumlah": _staff,
    "jp_rata": _hours,
    "jp_triwulan": _hours_of_quarter,
    "jp_terpenuhi": _obligation,
    "pelatihan_cakupan": _reach,
    "pelatihan_kelulusan": _completion,
    "pelatihan_peserta": _by_theme,
    "pelatihan_nilai": _scores,
    "pelatihan_peningkatan": _gain,
    "pelatihan_kepuasan": _answers,
    "pelatihan_penerapan": _answers,
    "pelatihan_diterapkan": _applied,
}
