"""What can be found: departments, their services and promises, indicators and terms."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from suluh.catalogue import indicators
from suluh.glossary import glossary
from suluh.pages.replies import anchor
from suluh.pages.roll import reported
from suluh.published import Commitment, Department, Published
from suluh.record_words import record_word
from suluh.text import INDONESIAN, Language

LONGEST_TITLE = 90
"""Characters of a promise that are shown and searched: it is found by how it begins."""

MOST_COMMITMENTS = 2500
"""The newest ones: with more, the index would weigh too much for a phone. 34 departments make
some 70 a year; older ones stand on the pages of their departments."""


class Kind(StrEnum):
    """What an entry is; of two that fit as well, the kind named first is shown first."""

    DEPARTMENT = "opd"
    SERVICE = "layanan"
    PAGE = "halaman"
    INDICATOR = "indikator"
    TERM = "istilah"
    COMMITMENT = "komitmen"


ADDRESSES: Mapping[Kind, str] = {
    Kind.DEPARTMENT: "opd/{opd}/",
    Kind.SERVICE: "opd/{opd}/#siapa",
    Kind.PAGE: "{id}",
    Kind.INDICATOR: "indikator/{id}/",
    Kind.TERM: "tentang/istilah/#{id}",
    Kind.COMMITMENT: "opd/{opd}/#komitmen-{id}",
}
"""The way from the site's root to an entry of each kind."""


@dataclass(frozen=True)
class Entry:
    """One thing to be found, by its `title`, its `id`, its department and what `also` says.

    `kode_opd` is empty where it belongs to no department, `id` where it needs none.
    """

    kind: Kind
    title: str
    kode_opd: str = ""
    id: str = ""
    also: str = ""

    @property
    def address(self) -> str:
        """The way to it from the site's root."""
        return ADDRESSES[self.kind].format(opd=self.kode_opd, id=self.id)


def entries(
    published: Published, needs: Mapping[str, str] | None = None, language: Language = INDONESIAN
) -> list[Entry]:
    """Everything but the single pages, in the language where it has a name in it.

    `needs`: what citizens say for a service, by its name without capitals.
    """
    return [
        *(_department(department, language) for department in reported(published)),
        *_services(published, needs or {}),
        *_indicators(language),
        *_terms(language),
        *_commitments(published),
    ]


def _department(department: Department, language: Language) -> Entry:
    kind = language.say(record_word(department.jenis))
    return Entry(Kind.DEPARTMENT, department.nama, department.kode_opd, also=kind)


def _services(published: Published, needs: Mapping[str, str]) -> Iterator[Entry]:
    """The services of each department's newest year that names any."""
    for department in reported(published):
        given = published.facts(department.kode_opd).services
        newest = max((service.tahun for service in given), default=0)
        for name in sorted({s.layanan for s in given if s.tahun == newest}):
            also = needs.get(name.casefold(), "")
            yield Entry(Kind.SERVICE, name, department.kode_opd, also=also)


def _indicators(language: Language) -> Iterator[Entry]:
    """In English they are found by their Indonesian names, too: the records speak of those."""
    for indicator in indicators().values():
        name = language.say(indicator.nama)
        yield Entry(Kind.INDICATOR, name, id=indicator.id, also=_besides(name, indicator.nama))


def _terms(language: Language) -> Iterator[Entry]:
    for term in glossary().values():
        name = language.say(term.nama)
        also = _besides(name, language.say(term.kepanjangan), term.nama)
        yield Entry(Kind.TERM, name, id=term.id, also=also)


def _besides(name: str, *others: str) -> str:
    """What else something is called."""
    return " ".join(str(other) for other in others if other and other != name)


def _commitments(published: Published) -> list[Entry]:
    """The newest, by department: what repeats then lies close together, and packs well."""
    known = {department.kode_opd for department in reported(published)}
    newest = sorted(published.commitments, key=lambda c: (c.tanggal, c.id_komitmen), reverse=True)
    listed = [_commitment(c) for c in newest if c.kode_opd in known][:MOST_COMMITMENTS]
    return sorted(listed, key=lambda entry: entry.kode_opd)


def _commitment(promise: Commitment) -> Entry:
    title = textwrap.shorten(promise.komitmen, LONGEST_TITLE, placeholder=" …")
    id_ = anchor(promise).removeprefix("komitmen-")
    also = "" if id_ == promise.id_komitmen else promise.id_komitmen
    return Entry(Kind.COMMITMENT, title, promise.kode_opd, id_, also)
