"""Worked examples of the effects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suluh.figures import CITY
from suluh.impact import FEWER, GROUPS, MORE, PER_JP, SEASON, Response, halves
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.text import joined, say
from suluh.worked.example import (
    Example,
    Given,
    agreeing,
    all_of,
    formula,
    signed_text,
    sum_text,
    value_of,
)
from suluh.worked.method import Method


def _season(published: Published, figure: Figure) -> Example | None:
    """The differences of the quarters both years have, ÷ their number."""
    first, last = int(figure.rincian), int(figure.periode)
    given: list[Given] = []
    for quarter in (1, 2, 3, 4):
        pair = [
            published.figure(figure.kode_opd, "ikm", str(Period(year, quarter)))
            for year in (last, first)
        ]
        both = all_of(
            value_of(f, say("IKM")) if f and f.batas_bawah is not None else None for f in pair
        )
        given += both
    if not given:
        return None
    values = [g.value for g in given]
    pairs = list(zip(values[::2], values[1::2], strict=True))
    texts = [formula("({} − {})", new, old) for new, old in pairs]
    expression = formula("({}) ÷ {}", joined(" + ", texts), len(pairs))
    result = sum(new - old for new, old in pairs) / len(pairs)
    return agreeing(Example(figure, tuple(given), expression), result)


def _group(published: Published, figure: Figure) -> Example | None:
    """The changes of a half's departments, ÷ their number."""
    first, name = figure.rincian.split("/")
    more, fewer = halves(_responses(published, first, figure.periode))
    own = more if name == MORE else fewer
    given = tuple(_change(published, r, figure.periode, first) for r in own)
    if not given:
        return None
    values = [g.value for g in given]
    expression = formula("{} ÷ {}", sum_text(values), len(values))
    return agreeing(Example(figure, given, expression), sum(values) / len(values))


def _difference(published: Published, figure: Figure) -> Example | None:
    means = (
        (published.figure(CITY, GROUPS, figure.periode, f"{figure.rincian}/{name}"), label)
        for name, label in (
            (MORE, say("rata-rata kelompok yang lebih banyak menambah pelatihan")),
            (FEWER, say("rata-rata kelompok selebihnya")),
        )
    )
    given = all_of(value_of(f, label) for f, label in means)
    if not given:
        return None
    more, fewer = (g.value for g in given)
    expression = formula("{} − {}", signed_text(more), signed_text(fewer))
    return agreeing(Example(figure, given, expression), more - fewer)


def _slope(published: Published, figure: Figure) -> Example | None:
    """10 × Sxy ÷ Sxx: the sums of products and of squares about the means."""
    if "/" in figure.rincian:
        return None
    found = _responses(published, figure.rincian, figure.periode)
    if len({r.jp for r in found}) < 2:  # noqa: PLR2004 a line needs two points
        return None
    mean_x, mean_y = (
        sum(v) / len(found) for v in ([r.jp for r in found], [r.points for r in found])
    )
    products = round(sum((r.jp - mean_x) * (r.points - mean_y) for r in found), 6)
    squares = round(sum((r.jp - mean_x) ** 2 for r in found), 6)
    given = (
        Given(say("jumlah hasil kali simpangan JP dan simpangan kepuasan"), products),
        Given(say("jumlah kuadrat simpangan JP"), squares),
    )
    expression = formula("{} × {} ÷ {}", PER_JP, signed_text(products), squares)
    return agreeing(Example(figure, given, expression), PER_JP * products / squares)


def _responses(published: Published, first: str, last: str) -> Sequence[Response]:
    """The departments with all figures, as the effects are computed from."""
    found = []
    for department in published.departments:
        code = department.kode_opd
        season = published.figure(code, SEASON, last, first)
        old, new = (published.figure(code, "jp_rata", year) for year in (first, last))
        points, before, after = (f.nilai if f else None for f in (season, old, new))
        if points is not None and before is not None and after is not None:
            found.append(Response(code, after - before, points, 0.0))
    return found


def _change(published: Published, response: Response, last: str, first: str) -> Given:
    name = published.department(response.kode_opd).short_name
    season = published.figure(response.kode_opd, SEASON, last, first)
    return Given(say("perubahan {name}", name=name), response.points, season, "nilai")


METHODS: Mapping[str, Method] = {
    "dampak_musim": _season,
    "dampak_kelompok": _group,
    "dampak_selisih": _difference,
    "dampak_kemiringan": _slope,
}
