"""Worked examples of performance evaluation."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.catalogue import PREDICATES
from suluh.figures import Status
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
    rest,
    share,
    sum_text,
    value_of,
)
from suluh.worked.method import Method

GOOD = ("baik", "sangat baik")


def _coverage(published: Published, figure: Figure) -> Example | None:
    good = published.figure(figure.kode_opd, "evaluasi_baik", figure.periode)
    evaluated, head = (
        n_of(good, say("pegawai yang dievaluasi")),
        n_of(figure, say("jumlah pegawai (n)")),
    )
    if evaluated is None or head is None or not head.value:
        return None
    expression = formula("100 × {} ÷ {}", evaluated.value, head.value)
    result = 100 * evaluated.value / head.value
    return agreeing(Example(figure, (evaluated, head), expression), result)


def _good(published: Published, figure: Figure) -> Example | None:
    given = all_of(_rated(published, figure, GOOD))
    if not given or not figure.n:
        return None
    counts = [g.value for g in given]
    n = Given(say("pegawai yang dievaluasi (n)"), figure.n, figure, "n")
    expression = formula("100 × {} ÷ {}", sum_text(counts), figure.n)
    return agreeing(Example(figure, (n, *given), expression), 100 * sum(counts) / figure.n)


def _rating(published: Published, figure: Figure) -> Example | None:
    others = [name for name in PREDICATES if name != figure.rincian]
    return rest(
        figure, say("pegawai yang dievaluasi (n)"), all_of(_rated(published, figure, others))
    )


def _rated(
    published: Published, figure: Figure, names: tuple[str, ...] | list[str]
) -> list[Given | None]:
    return [
        value_of(
            published.figure(figure.kode_opd, "predikat", figure.periode, name),
            say("berpredikat {rating}", rating=record_word(name)),
        )
        for name in names
    ]


def _follow_up(_published: Published, figure: Figure) -> Example | None:
    return share(figure, say("yang mendapat tindak lanjut"), say("pegawai yang bersangkutan (n)"))


def _of_organisation(_published: Published, figure: Figure) -> Example | None:
    """As given: nothing is computed."""
    rated = figure.status is Status.PUBLISHED and figure.kategori
    return Example(figure, (), "") if rated else None


METHODS: Mapping[str, Method] = {
    "evaluasi_cakupan": _coverage,
    "evaluasi_baik": _good,
    "predikat": _rating,
    "predikat_opd": _of_organisation,
    "tindak_lanjut": _follow_up,
}
