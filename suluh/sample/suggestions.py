"""What respondents of the survey wrote (`saran`), and whether it may be shown (`tayang`)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from suluh.catalogue import ELEMENTS
from suluh.sample.city import City
from suluh.sample.departments import Department
from suluh.sample.phrases import Writer, phrases, words_of
from suluh.sample.workdays import Ints

_UNHAPPY_WRITE_MORE = 1.8
_APPROVED = 0.42
_ABOUT_OWN_TOPIC = 0.45  # share of criticism that is about the department's own matters
_CONTENT = 3.35  # mean score from which a respondent mostly praises


def suggestions_of(
    city: City, opd: Ints, service: Ints, scores: npt.NDArray[np.int8], share: float
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.object_]]:
    """Texts and `ya`/`tidak` for about that share of the responses, empty for the rest."""
    chance = city.chance("suggestions")
    mean = scores.mean(axis=1)
    wish = share * np.where(mean < _CONTENT, _UNHAPPY_WRITE_MORE, 1.0) / 1.35
    writing = np.flatnonzero(chance.random(len(opd)) < wish)
    noise = chance.random((len(writing), len(ELEMENTS))) / 2
    lowest, highest = ((sign * scores[writing] + noise).argmin(axis=1) for sign in (1, -1))
    content = mean[writing] + chance.normal(0, 0.15, len(writing)) > _CONTENT
    writer, texts = Writer(chance), np.full(len(opd), "", object)
    names = [s.name for d in city.departments for s in d.services]
    for at, glad, low, high in zip(writing, content, lowest, highest, strict=True):
        department, name = city.departments[opd[at]], names[service[at]]
        element = ELEMENTS[high] if glad else ELEMENTS[low]
        texts[at] = _suggestion(writer, department, name, element, glad=bool(glad))
    shown = np.full(len(opd), "", object)
    shown[writing] = np.where(chance.random(len(writing)) < _APPROVED, "ya", "tidak")
    return texts, shown


def _suggestion(
    writer: Writer, department: Department, service: str, element: str, *, glad: bool
) -> str:
    said = phrases()["saran"]
    topic = writer.one_of(department.topics)
    mood = "baik" if glad else "buruk"
    phrase = writer.one_of(said[mood][element])
    if not glad and writer.luck() < _ABOUT_OWN_TOPIC:
        phrase = writer.one_of(said["soal"]["kalimat"])
    after = writer.one_of(said["sambungan"][mood])
    return writer.fill(phrase + after, words_of(department, service, topic))
