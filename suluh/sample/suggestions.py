"""What respondents of the survey wrote (`saran`), and whether it may be shown (`tayang`)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from suluh.catalogue import ELEMENTS
from suluh.sample.city import City
from suluh.sample.departments import Department, Service
from suluh.sample.phrases import Writer, names_of, phrases, words_of
from suluh.sample.workdays import Ints

_SHARE = 0.13  # of responses, written by the content; the others write more often
_UNHAPPY_WRITE_MORE = 1.8
_APPROVED = 0.42
_ABOUT_A_TOPIC = 0.45  # share of criticism that names a matter, not just an element
_CONTENT = 3.35  # mean score from which a respondent mostly praises

Texts = npt.NDArray[np.object_]


def suggestions_of(
    city: City, opd: Ints, service: Ints, scores: npt.NDArray[np.int8]
) -> tuple[Texts, Texts]:
    """Texts and `ya`/`tidak` for the responses with a suggestion, empty for the rest."""
    chance = city.chance("suggestions")
    mean = scores.mean(axis=1)
    wish = _SHARE * np.where(mean < _CONTENT, _UNHAPPY_WRITE_MORE, 1.0)
    writing = np.flatnonzero(chance.random(len(opd)) < wish)
    glad = mean[writing] + chance.normal(0, 0.15, len(writing)) > _CONTENT
    element = _spoken_of(city, service[writing], scores[writing], glad, chance)
    services = [s for d in city.departments for s in d.services]
    writer, texts = Writer(chance), np.full(len(opd), "", object)
    for at, is_glad, of in zip(writing.tolist(), glad.tolist(), element.tolist(), strict=True):
        department, what = city.departments[opd[at]], services[service[at]]
        write = _praise if is_glad else _criticism
        texts[at] = write(writer, department, what, ELEMENTS[of])
    shown = np.full(len(opd), "", object)
    shown[writing] = np.where(chance.random(len(writing)) < _APPROVED, "ya", "tidak")
    return texts, shown


def _spoken_of(
    city: City,
    service: Ints,
    scores: npt.NDArray[np.int8],
    glad: npt.NDArray[np.bool_],
    chance: np.random.Generator,
) -> Ints:
    """The element a text is about: the highest of the glad, the lowest of the others.

    The cost of a free service is 4 by definition and seldom worth a word.
    """
    standing = np.where(glad[:, None], scores, -scores) + 0.9 * chance.random(scores.shape)
    free = np.array([s.free for d in city.departments for s in d.services])[service]
    silent = free & (chance.random(len(free)) > 0.2)
    standing[silent | (free & ~glad), ELEMENTS.index("biaya")] = -9
    return np.asarray(standing.argmax(axis=1))


def _praise(writer: Writer, department: Department, service: Service, element: str) -> str:
    said = phrases()["saran"]
    about = "gratis" if element == "biaya" and service.free else element
    phrase = writer.one_of(said["baik"][about]) + writer.one_of(said["sambungan"]["baik"])
    return writer.fill(phrase, names_of(department, service))


def _criticism(writer: Writer, department: Department, service: Service, element: str) -> str:
    said = phrases()["saran"]
    after = writer.one_of(said["sambungan"]["buruk"])
    if writer.luck() < _ABOUT_A_TOPIC:
        words = words_of(department, service, writer.topic(department, service))
        return writer.fill(writer.one_of(said["soal"]["kalimat"]) + after, words)
    phrase = writer.one_of(said["buruk"][element]) + after
    return writer.fill(phrase, names_of(department, service))
