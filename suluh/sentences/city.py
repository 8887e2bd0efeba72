"""The sentences the city's own pages open with."""

from __future__ import annotations

from suluh.figures import CITY
from suluh.periods import Period
from suluh.published import Published
from suluh.sentences.complaints import on_time
from suluh.sentences.evaluation import coverage
from suluh.sentences.phrases import latest_complete
from suluh.sentences.sentence import Sentence, paragraph
from suluh.sentences.survey import latest_satisfaction
from suluh.sentences.training import reach


def home_lead(published: Published) -> Sentence:
    """Satisfied, answered, trained, evaluated: the city in four sentences."""
    quarter, year = published.quarters[-1], training_year(published)
    return paragraph(
        latest_satisfaction(published, CITY),
        on_time(published, CITY, quarter),
        reach(published, CITY, year),
        coverage(published, CITY, year),
    )


def training_year(published: Published) -> Period:
    """The newest year that is over and has training figures, else the newest year."""
    figure = latest_complete(published, published.city.years("pelatihan_cakupan"))
    return Period.parse(figure.periode) if figure else published.years[-1]
