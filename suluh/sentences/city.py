"""The sentences the city's own pages open with."""

from __future__ import annotations

from suluh.figures import CITY
from suluh.published import Published
from suluh.sentences.commitments import commitments_summary
from suluh.sentences.complaints import on_time, still_open
from suluh.sentences.evaluation import coverage, follow_up
from suluh.sentences.phrases import amount, during, newest_quarter, newest_year, opening
from suluh.sentences.sentence import Sentence, paragraph, say
from suluh.sentences.survey import latest_satisfaction
from suluh.sentences.training import reach, training_summary


def home_lead(published: Published) -> Sentence:
    """Satisfied, answered, trained, evaluated: the city in a few short sentences."""
    return paragraph(
        latest_satisfaction(published, CITY), _answered(published), _developed(published)
    )


def _answered(published: Published) -> Sentence:
    quarter = newest_quarter(published, "pengaduan_tepat_waktu")
    figure = published.city.get("pengaduan_tepat_waktu", str(quarter))
    if figure is None or not figure.has_value:
        return on_time(published, CITY, quarter)
    when = during(published, quarter)
    return say(
        "{share} pengaduan yang jatuh tempo {when} selesai tepat waktu.",
        share=amount(figure),
        when=when,
    )


def _developed(published: Published) -> Sentence:
    """Trained and evaluated, in one sentence where both are known of the same year."""
    trained, evaluated = (
        newest_year(published, i) for i in ("pelatihan_cakupan", "evaluasi_cakupan")
    )
    reached = published.city.get("pelatihan_cakupan", str(trained))
    covered = published.city.get("evaluasi_cakupan", str(evaluated))
    if trained != evaluated or not (
        reached and covered and reached.has_value and covered.has_value
    ):
        return paragraph(reach(published, CITY, trained), coverage(published, CITY, evaluated))
    return say(
        "{when}, {trained} pegawai menyelesaikan pelatihan dan {evaluated} dievaluasi kinerjanya.",
        when=opening(published, trained),
        trained=amount(reached),
        evaluated=amount(covered),
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
