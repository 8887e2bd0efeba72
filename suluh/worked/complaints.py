"""Worked examples of complaints."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.catalogue import COMPLAINT_KINDS, SETTLEMENT_DAYS
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.record_words import record_word
from suluh.text import say
from suluh.worked.example import (
    Example,
    agreeing,
    all_of,
    formula,
    share,
    total,
    value_of,
)
from suluh.worked.method import Method

HALF = 50.0


def _received(published: Published, figure: Figure) -> Example | None:
    kinds = (
        published.figure(figure.kode_opd, figure.indikator, figure.periode, kind)
        for kind in COMPLAINT_KINDS
    )
    return total(
        figure,
        all_of(
            value_of(f, say("jenis {kind}", kind=record_word(f.rincian))) if f else None
            for f in kinds
        ),
    )


def _settled(published: Published, figure: Figure) -> Example | None:
    """The four quarters together."""
    year = Period.parse(figure.periode).year
    quarters = (
        published.figure(figure.kode_opd, figure.indikator, str(Period(year, quarter)))
        for quarter in (1, 2, 3, 4)
    )
    return total(figure, all_of(value_of(f, say("selesai dalam satu triwulan")) for f in quarters))


def _open(published: Published, figure: Figure) -> Example | None:
    """Open a year before + received − settled."""
    who, period = figure.kode_opd, figure.periode
    before = str(Period.parse(period).year_before())
    given = all_of(
        (
            value_of(
                published.figure(who, figure.indikator, before),
                say("belum selesai setahun sebelumnya"),
            ),
            value_of(published.figure(who, "pengaduan_masuk", period), say("masuk tahun ini")),
            value_of(published.figure(who, "pengaduan_selesai", period), say("selesai tahun ini")),
        )
    )
    if not given:
        return None
    left, received, settled = (g.value for g in given)
    expression = formula("{} + {} − {}", left, received, settled)
    return agreeing(Example(figure, given, expression), left + received - settled)


def _on_time(_published: Published, figure: Figure) -> Example | None:
    return share(
        figure, say("yang selesai paling lambat pada batasnya"), say("yang jatuh tempo (n)")
    )


def _responded(_published: Published, figure: Figure) -> Example | None:
    return share(
        figure, say("yang ditanggapi paling lambat pada batasnya"), say("yang jatuh tempo (n)")
    )


def _median(published: Published, figure: Figure) -> Example | None:
    """Between two days of the curve: the last before half were settled, the first after."""
    if figure.nilai is None:
        return None
    curve = [
        published.figure(figure.kode_opd, "pengaduan_kurva", figure.periode, str(day))
        for day in SETTLEMENT_DAYS
    ]
    below = [f for f in curve if f and f.nilai is not None and f.nilai < HALF]
    above = [f for f in curve if f and f.nilai is not None and f.nilai >= HALF]
    if (
        not below
        or not above
        or not int(below[-1].rincian) < figure.nilai <= int(above[0].rincian)
    ):
        return None
    given = all_of(
        value_of(f, say("selesai dalam {days} hari (persen)", days=f.rincian))
        for f in (below[-1], above[0])
    )
    return Example(figure, given, "")


def _curve(_published: Published, figure: Figure) -> Example | None:
    """A plain share, as long as nobody was left waiting when the data ended."""
    return share(figure, say("yang selesai sampai hari itu"), say("yang masuk tahun itu (n)"))


METHODS: Mapping[str, Method] = {
    "pengaduan_masuk": _received,
    "pengaduan_selesai": _settled,
    "pengaduan_terbuka": _open,
    "pengaduan_tepat_waktu": _on_time,
    "pengaduan_tanggapan_tepat": _responded,
    "pengaduan_median_hari": _median,
    "pengaduan_kurva": _curve,
}
