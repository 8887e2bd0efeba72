"""What can be found: departments, their services and promises, indicators and terms."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from suluh.catalogue import indicators
from suluh.glossary import glossary
from suluh.pages.replies import anchor
from suluh.pages.roll import reported
from suluh.published import Department, Published
from suluh.search.needs import Need

LONGEST_TITLE = 90
"""Characters of a promise that are shown and searched: it is found by how it begins."""


class Kind(StrEnum):
    """What an entry is; of two that fit as well, the kind named first is shown first."""

    DEPARTMENT = "opd"
    SERVICE = "layanan"
    PAGE = "halaman"
    INDICATOR = "indikator"
    TERM = "istilah"
    COMMITMENT = "komitmen"


@dataclass(frozen=True)
class Entry:
    """One thing to be found.

    `address` is the way to it from the site's root, `kode_opd` the department it belongs to, if
    any, and `also` what else it is called: found by that, though not shown so.
    """

    kind: Kind
    title: str
    address: str
    kode_opd: str = ""
    also: str = ""


def entries(published: Published, needs: Sequence[Need] = (), lang: str = "id") -> list[Entry]:
    """Everything but the single pages, in the language `lang` where it has a name in it."""
    return [
        *map(_department, reported(published)),
        *_services(published, needs),
        *_indicators(lang),
        *_terms(),
        *_commitments(published),
    ]


def _department(department: Department) -> Entry:
    code = department.kode_opd
    also = f"{department.singkatan} {department.jenis}".strip()
    return Entry(Kind.DEPARTMENT, department.nama, f"opd/{code}/", code, also)


def _services(published: Published, needs: Sequence[Need]) -> Iterator[Entry]:
    """The services of each department's newest year that names any."""
    said = _said(needs)
    for department in reported(published):
        code = department.kode_opd
        given = published.facts(code).services
        newest = max((service.tahun for service in given), default=0)
        for name in sorted({s.layanan for s in given if s.tahun == newest}):
            also = said.get(name.casefold(), "")
            yield Entry(Kind.SERVICE, name, f"opd/{code}/#siapa", code, also)


def _said(needs: Sequence[Need]) -> Mapping[str, str]:
    """What citizens say for a service, by the service's name."""
    said: dict[str, list[str]] = {}
    for need in needs:
        said.setdefault(need.layanan.casefold(), []).extend(need.kata)
    return {name: " ".join(words) for name, words in said.items()}


def _indicators(lang: str) -> Iterator[Entry]:
    for indicator in indicators().values():
        name, other = indicator.nama, indicator.nama_en
        shown, also = (other, name) if lang == "en" else (name, "")
        yield Entry(
            Kind.INDICATOR,
            shown,
            f"indikator/{indicator.id}/",
            also=f"{also} {indicator.id.replace('_', ' ')}".strip(),
        )


def _terms() -> Iterator[Entry]:
    for term in glossary().values():
        yield Entry(
            Kind.TERM, term.nama, f"tentang/istilah/#{term.id}", also=term.kepanjangan or ""
        )


def _commitments(published: Published) -> Iterator[Entry]:
    """The newest first."""
    known = {department.kode_opd for department in reported(published)}
    ordered = sorted(published.commitments, key=lambda c: (c.tanggal, c.id_komitmen), reverse=True)
    for promise in ordered:
        if promise.kode_opd in known:
            title = textwrap.shorten(promise.komitmen, LONGEST_TITLE, placeholder=" …")
            code = promise.kode_opd
            address = f"opd/{code}/#{anchor(promise)}"
            yield Entry(Kind.COMMITMENT, title, address, code, promise.id_komitmen)
