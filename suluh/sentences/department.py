"""The sentences a department's pages open with."""

from __future__ import annotations

from datetime import timedelta

from suluh.localisation import date_text
from suluh.periods import Period
from suluh.published import Published
from suluh.sentences.complaints import on_time
from suluh.sentences.evaluation import coverage
from suluh.sentences.phrases import latest, then
from suluh.sentences.sentence import NOTHING, Sentence, paragraph, say
from suluh.sentences.survey import latest_satisfaction, lowest_element, satisfaction
from suluh.sentences.training import reach


def department_lead(published: Published, kode_opd: str) -> Sentence:
    """Newest satisfaction and its change, complaints settled in time, the weakest element."""
    series = published.of(kode_opd).quarters("ikm")
    surveyed = latest(series)
    newest = series[-1].periode if series else str(published.periods[-1])
    weakest = Period.parse(surveyed.periode) if surveyed else None
    return paragraph(
        dissolution(published, kode_opd),
        latest_satisfaction(published, kode_opd),
        lowest_element(published, kode_opd, weakest) if weakest else NOTHING,
        on_time(published, kode_opd, Period.parse(newest)),
    )


def year_lead(published: Published, kode_opd: str, year: Period) -> Sentence:
    """A department's year: satisfaction, complaints, training, evaluation."""
    return paragraph(
        satisfaction(published, kode_opd, year),
        on_time(published, kode_opd, year, then()),
        reach(published, kode_opd, year, then()),
        coverage(published, kode_opd, year, then()),
    )


def dissolution(published: Published, kode_opd: str) -> Sentence:
    """That a department no longer exists, and who took over; nothing while it does."""
    closed = published.department(kode_opd)
    if closed.berlaku_sampai is None or closed.berlaku_sampai >= published.as_of:
        return NOTHING
    since = date_text(closed.berlaku_sampai + timedelta(days=1))
    if not closed.penerus:
        return say("{who} tidak ada lagi sejak {since}.", who=closed.nama, since=since)
    heir = published.department(closed.penerus).nama
    return say(
        "{who} tidak ada lagi sejak {since}; tugasnya diteruskan oleh {heir}.",
        who=closed.nama,
        since=since,
        heir=heir,
    )
