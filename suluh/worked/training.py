"""Worked examples of training and of the staff it is for."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.worked.example import (
    Example,
    Given,
    agreeing,
    all_of,
    exact_text,
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
        published.figure(figure.kode_opd, "jp_terpenuhi", figure.periode), "jumlah PNS"
    )
    if permanent is None or figure.nilai is None:
        return None
    return total(figure, (permanent, Given("jumlah PPPK", figure.nilai - permanent.value)))


def _hours(published: Published, figure: Figure) -> Example | None:
    """The hours of the four quarters ÷ headcount."""
    n, year = figure.n, Period.parse(figure.periode).year
    quarters = [
        published.figure(figure.kode_opd, "jp_triwulan", str(Period(year, q)))
        for q in (1, 2, 3, 4)
    ]
    given = all_of(value_of(f, "JP per pegawai dalam satu triwulan") for f in quarters)
    if not n or not given:
        return None
    hours = [round(g.value * n, 4) for g in given]
    head = Given("jumlah pegawai (n)", n, figure, "n")
    expression = f"{sum_text(hours)} ÷ {exact_text(n)}"
    note = "Tiap JP per pegawai dikali jumlah pegawai menjadi jumlah JP triwulan itu."
    return agreeing(Example(figure, (head, *given), expression, note=note), sum(hours) / n)


def _hours_of_quarter(_published: Published, figure: Figure) -> Example | None:
    return rate(figure, "jumlah JP yang diselesaikan", "jumlah pegawai (n)")


def _obligation(_published: Published, figure: Figure) -> Example | None:
    return share(figure, "PNS dengan 20 JP atau lebih", "jumlah PNS (n)")


def _reach(_published: Published, figure: Figure) -> Example | None:
    return share(figure, "pegawai yang menyelesaikan pelatihan", "jumlah pegawai (n)")


def _completion(published: Published, figure: Figure) -> Example | None:
    done = value_of(
        published.figure(figure.kode_opd, "pelatihan_peserta", figure.periode),
        "keikutsertaan yang selesai",
    )
    n = n_of(figure, "semua keikutsertaan (n)")
    if done is None or n is None or not n.value:
        return None
    expression = f"100 × {exact_text(done.value)} ÷ {exact_text(n.value)}"
    return agreeing(Example(figure, (done, n), expression), 100 * done.value / n.value)


def _by_theme(published: Published, figure: Figure) -> Example | None:
    themes = published.of(figure.kode_opd).categories(figure.indikator, figure.periode)
    return total(figure, all_of(value_of(f, f"selesai, tema {f.rincian}") for f in themes))


def _scores(_published: Published, figure: Figure) -> Example | None:
    return rate(figure, "jumlah nilai tes", "keikutsertaan dengan kedua nilai (n)")


def _gain(published: Published, figure: Figure) -> Example | None:
    """The scores after, less those before, ÷ n."""
    n = figure.n
    given = all_of(
        value_of(
            published.figure(figure.kode_opd, "pelatihan_nilai", figure.periode, test),
            f"rata-rata nilai {test}",
        )
        for test in ("akhir", "awal")
    )
    if not n or not given:
        return None
    after, before = (round(g.value * n, 4) for g in given)
    tested = Given("keikutsertaan dengan kedua nilai (n)", n, figure, "n")
    expression = f"({exact_text(after)} − {exact_text(before)}) ÷ {exact_text(n)}"
    note = "Tiap rata-rata dikali banyaknya keikutsertaan menjadi jumlah nilai."
    return agreeing(Example(figure, (tested, *given), expression, note=note), (after - before) / n)


def _answers(published: Published, figure: Figure) -> Example | None:
    others = (
        published.figure(figure.kode_opd, figure.indikator, figure.periode, score)
        for score in SCORES
        if score != figure.rincian
    )
    given = all_of(value_of(f, f"memberi nilai {f.rincian}") if f else None for f in others)
    return rest(figure, "semua jawaban (n)", given)


def _applied(published: Published, figure: Figure) -> Example | None:
    upper = (
        published.figure(figure.kode_opd, "pelatihan_penerapan", figure.periode, score)
        for score in ("3", "4")
    )
    given = all_of(value_of(f, f"menjawab {f.rincian}") if f else None for f in upper)
    if not given or not figure.n:
        return None
    counts = [g.value for g in given]
    n = Given("semua jawaban (n)", figure.n, figure, "n")
    expression = f"100 × {sum_text(counts)} ÷ {exact_text(figure.n)}"
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
