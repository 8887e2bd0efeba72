"""The sentences the city's own pages open with."""

from __future__ import annotations

from suluh.figures import CITY
from suluh.published import Published
from suluh.sentences.commitments import commitments_summary
from suluh.sentences.complaints import on_time, still_open
from suluh.sentences.evaluation import coverage, follow_up
from suluh.sentences.phrases import newest_quarter, newest_year
from suluh.sentences.sentence import Sentence, paragraph
from suluh.sentences.survey import latest_satisfaction
from suluh.sentences.training import reach, training_summary


def home_lead(published: Published) -> Sentence:
    """Satisfied, answered, trained, evaluated: the city in four sentences."""
    return paragraph(
        latest_satisfaction(published, CITY),
        on_time(published, CITY, newest_quarter(published, "pengaduan_tepat_waktu")),
        reach(published, CITY, newest_year(published, "pelatihan_cakupan")),
        coverage(published, CITY, newest_year(published, "evaluasi_cakupan")),
    )


def training_lead(published: Published) -> Sentence:
    """Training in the newest full year."""
    return training_summary(published, CITY, newest_year(published, "pelatihan_cakupan"))


def evaluation_lead(published: Published) -> Sentence:
    """Evaluation in the newest full year, and what followed from it."""
    year = newest_year(published, "evaluasi_cakupan")
    return paragraph(
        coverage(published, CITY, year),
        follow_up(published, CITY, year, "penghargaan"),
        follow_up(published, CITY, year, "pembinaan"),
    )


def voices_lead(published: Published) -> Sentence:
    """Satisfaction and complaints in the newest quarter."""
    quarter = newest_quarter(published, "pengaduan_tepat_waktu")
    return paragraph(
        latest_satisfaction(published, CITY),
        on_time(published, CITY, quarter),
        still_open(published, CITY, quarter),
    )


def forum_lead(published: Published) -> Sentence:
    """Forums and commitments in the newest full year."""
    return commitments_summary(published, CITY, newest_year(published, "komitmen_ditepati"))
