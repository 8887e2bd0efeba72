"""Which figure is asked about; what is not known is told with the nearest that is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from suluh.catalogue import indicators
from suluh.figures import CITY, Figures
from suluh.intake.nearest import choices, nearest
from suluh.periods import Period
from suluh.records import Records
from suluh.usage import UserError


@dataclass(frozen=True)
class Question:
    """The key of a figure, as `angka.csv` writes it."""

    indikator: str
    kode_opd: str
    periode: str
    rincian: str = ""

    @property
    def period(self) -> Period:
        return Period.parse(self.periode)


def require_indicator(id_: str) -> None:
    """Refuse an indicator that the catalogue does not have."""
    if id_ not in indicators():
        raise _unknown(("Indikator", "Indicator"), id_, tuple(indicators()))


def require_figure(question: Question, records: Records, figures: Figures) -> None:
    """Refuse a department, period or category that there is no figure of."""
    require_indicator(question.indikator)
    departments = (*records.tables["opd"]["kode_opd"], CITY)
    if question.kode_opd not in departments:
        raise _unknown(("OPD", "Department"), question.kode_opd, departments)
    table = figures.table[figures.table["kode_opd"] == question.kode_opd]
    _require_period(question, table["periode"].unique())
    here = (table["indikator"] == question.indikator) & (table["periode"] == question.periode)
    _require_category(question, table.loc[here, "rincian"].tolist())


def _require_period(question: Question, published: Collection[str]) -> None:
    """The period must be written right, of a kind the indicator has, and of the department."""
    indicator = indicators()[question.indikator]
    kinds = {True: indicator.tahun, False: indicator.triwulan}
    periods = sorted(p for p in map(Period.parse, published) if kinds[p.is_year])
    if question.periode in map(str, periods):
        return
    near = _nearest_period(question.periode, periods)
    known = f"{periods[0]} … {periods[-1]}" if periods else "–"
    form = {(True, False): ("tahun", "years"), (False, True): ("triwulan", "quarters")}
    kind = form.get(
        (indicator.tahun, indicator.triwulan), ("tahun dan triwulan", "years and quarters")
    )
    raise UserError.of_usage(
        f"Periode {question.periode} tidak ada untuk {question.indikator}, {question.kode_opd}."
        f"{_meant(near)[0]} Yang ada ({kind[0]}): {known}.",
        f"There is no period {question.periode} of {question.indikator}, {question.kode_opd}."
        f"{_meant(near)[1]} There are ({kind[1]}): {known}.",
    )


def _nearest_period(text: str, periods: Sequence[Period]) -> str:
    """The nearest in time and of its kind if there is one, or the most alike of letters."""
    try:
        wanted = Period.parse(text)
    except ValueError:
        return nearest([text], [str(p) for p in periods]).get(text, "")
    periods = [p for p in periods if p.is_year == wanted.is_year] or periods
    same_year = [p for p in periods if p.year == wanted.year]
    if same_year:
        return str(same_year[-1 if wanted > same_year[-1] else 0])
    position = min(bisect_left(periods, wanted), len(periods) - 1)
    return str(periods[position]) if periods else ""


def _require_category(question: Question, published: Collection[str]) -> None:
    if question.rincian in published:
        return
    where = f"{question.indikator}, {question.kode_opd}, {question.periode}"
    named = sorted(filter(None, published))
    if not named:
        raise UserError.of_usage(
            f"Tidak ada rincian untuk {where}."
            + (" Tulis perintah tanpa --rincian." if "" in published else ""),
            f"There are no categories of {where}."
            + (" Leave --rincian out." if "" in published else ""),
        )
    if not question.rincian:
        raise UserError.of_usage(
            f"{where} hanya ada per rincian. Tambahkan --rincian: {choices(named)}.",
            f"{where} is only there by category. Add --rincian: {choices(named)}.",
        )
    raise _unknown(("Rincian", "Category"), question.rincian, named)


def _unknown(what: tuple[str, str], given: str, known: Sequence[str]) -> UserError:
    """Say what was not recognised, with the nearest known value and what there is."""
    meant = _meant(nearest([given], known).get(given, ""))
    return UserError.of_usage(
        f"{what[0]} {given} tidak dikenal.{meant[0]} Yang ada: {choices(known)}.",
        f"{what[1]} {given} is not known.{meant[1]} There are: {choices(known)}.",
    )


def _meant(value: str) -> tuple[str, str]:
    return (f" Maksud Anda {value}?", f" Did you mean {value}?") if value else ("", "")
