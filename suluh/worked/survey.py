"""Worked examples of the survey."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.catalogue import ELEMENTS
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.text import joined, say
from suluh.wording import ELEMENT_WORDS, category_text
from suluh.worked.example import (
    Example,
    Given,
    agreeing,
    all_of,
    formula,
    n_of,
    rest,
    share,
    sum_text,
    total,
    value_of,
    whole,
)
from suluh.worked.method import Method

SCORES = (1, 2, 3, 4)


def _ikm(published: Published, figure: Figure) -> Example | None:
    """25 × the points of the nine elements ÷ (9 × n)."""
    means = [published.figure(figure.kode_opd, "nrr", figure.periode, e) for e in ELEMENTS]
    given = all_of(
        value_of(f, say("rata-rata {element}", element=ELEMENT_WORDS[f.rincian]))
        for f in means
        if f
    )
    if len(given) < len(ELEMENTS) or not figure.n:
        return None
    points = [whole(g.value * figure.n) or 0 for g in given]
    n = Given(say("jumlah responden (n)"), figure.n, figure, "n")
    expression = formula("25 × {} ÷ (9 × {})", sum_text(points), figure.n)
    note = say("Tiap rata-rata unsur dikali jumlah responden menjadi jumlah nilai unsur itu.")
    result = 25 * sum(points) / (9 * figure.n)
    return agreeing(Example(figure, (n, *given), expression, note=note), result)


def _nrr(published: Published, figure: Figure) -> Example | None:
    """Each score × how many gave it, ÷ n."""
    n = figure.n
    if not n:
        return None
    shares = [
        published.figure(
            figure.kode_opd, "skm_sebaran", figure.periode, f"{figure.rincian}/{score}"
        )
        for score in SCORES
    ]
    given = all_of(
        value_of(f, say("bagian yang memberi nilai {score} (persen)", score=str(s)))
        for f, s in zip(shares, SCORES, strict=True)
    )
    if not given:
        return None
    counts = [round(g.value * n / 100) for g in given]
    points = joined(" + ", (formula("{} × {}", s, c) for s, c in zip(SCORES, counts, strict=True)))
    sum_ = sum(s * c for s, c in zip(SCORES, counts, strict=True))
    answered = Given(say("jumlah responden (n)"), n, figure, "n")
    expression = formula("({}) ÷ {}", points, n)
    note = say("Tiap persentase dikali jumlah responden, dibagi 100, menjadi banyaknya jawaban.")
    return agreeing(Example(figure, (answered, *given), expression, note=note), sum_ / n)


def _spread(_published: Published, figure: Figure) -> Example | None:
    return share(figure, say("responden yang memberi nilai itu"), say("jumlah responden (n)"))


def _respondents(published: Published, figure: Figure) -> Example | None:
    """The answers of the four quarters together."""
    year = Period.parse(figure.periode).year
    quarters = (
        published.figure(figure.kode_opd, "ikm", str(Period(year, quarter)))
        for quarter in (1, 2, 3, 4)
    )
    return total(figure, all_of(n_of(f, say("responden satu triwulan (n IKM)")) for f in quarters))


def _profile(published: Published, figure: Figure) -> Example | None:
    """All who stated the trait, less the other groups."""
    kind = figure.rincian.partition("/")[0]
    others = [
        f
        for f in published.of(figure.kode_opd).categories(figure.indikator, figure.periode)
        if f.rincian.partition("/")[0] == kind and f != figure
    ]
    return rest(
        figure,
        say("responden yang mengisi ciri ini (n)"),
        all_of(value_of(f, say("menjawab {group}", group=category_text(f))) for f in others),
    )


def _smallest_sample(_published: Published, figure: Figure) -> Example | None:
    if not figure.n:
        return None
    users = Given(say("jumlah pengguna layanan (N)"), figure.n, figure, "n")
    expression = formula(
        "{} × {} × {} ÷ ({} × ({} − 1) + {} × {})",
        *(3.841, figure.n, 0.25, 0.0025, figure.n, 3.841, 0.25),
    )
    size = 3.841 * figure.n * 0.25 / (0.0025 * (figure.n - 1) + 3.841 * 0.25)
    return agreeing(Example(figure, (users,), expression, rounded=True), float(int(size + 0.5)))


def _users(published: Published, figure: Figure) -> Example | None:
    services = published.of(figure.kode_opd).categories(figure.indikator, figure.periode)
    return total(
        figure, all_of(value_of(f, say("pengguna {service}", service=f.rincian)) for f in services)
    )


METHODS: Mapping[str, Method] = {
    "ikm": _ikm,
    "nrr": _nrr,
    "skm_sebaran": _spread,
    "skm_responden": _respondents,
    "skm_profil": _profile,
    "skm_sampel_minimum": _smallest_sample,
    "layanan_pengguna": _users,
}
