"""`/kelengkapan/`: which department reported which source, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from suluh.pages.page import Page, Section
from suluh.pages.roll import by_name
from suluh.periods import Period
from suluh.published import Department, Published
from suluh.sentences import completeness_lead
from suluh.sources import SOURCES, Report, Source, report
from suluh.text import say


@dataclass(frozen=True)
class ReportRow:
    """What one department reported: each source in turn, and the sources left out."""

    department: Department
    reports: tuple[Report, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class ReportYear:
    """The reports of one year, departments by name.

    `missing_everywhere` are sources nobody reported; they are not held against each row.
    """

    year: Period
    rows: tuple[ReportRow, ...]
    missing_everywhere: tuple[str, ...]

    @property
    def incomplete(self) -> tuple[ReportRow, ...]:
        """Departments that left out a source which others did report."""
        return tuple(row for row in self.rows if row.missing)


def completeness_page(published: Published) -> Page:
    """Who did not report, the newest year first."""
    years = tuple(_report_year(published, year) for year in reversed(published.years))
    sections = (
        Section("belum", say("Belum lengkap pada {year}", year=str(years[0].year))),
        Section("rincian", say("Setiap sumber, setiap perangkat daerah")),
        Section("sebelumnya", say("Tahun-tahun sebelumnya")),
    )
    return Page(
        path="kelengkapan/",
        template="kelengkapan.html",
        title=say("Kelengkapan laporan"),
        lead=completeness_lead(published),
        sections=sections[: 3 if len(years) > 1 else 2],
        content={"years": years, "sources": SOURCES},
    )


def _report_year(published: Published, year: Period) -> ReportYear:
    valid = by_name(d for d in published.departments if d.valid_in(year))
    reports = [{s: report(published, d.kode_opd, s, year) for s in SOURCES} for d in valid]
    everywhere = [s for s in SOURCES if all(_missing(found, s) for found in reports)]
    rows = (
        ReportRow(
            d,
            tuple(found.values()),
            _names(s for s in SOURCES if _missing(found, s) and s not in everywhere),
        )
        for d, found in zip(valid, reports, strict=True)
    )
    return ReportYear(year, tuple(rows), _names(everywhere) if valid else ())


def _missing(reports: Mapping[Source, Report], source: Source) -> bool:
    return reports[source] is Report.NOT_REPORTED


def _names(sources: Iterable[Source]) -> tuple[str, ...]:
    return tuple(source.nama for source in sources)
