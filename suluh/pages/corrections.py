"""`/koreksi/`: published figures that were corrected, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suluh.catalogue import Indicator, indicators
from suluh.localisation import number_text
from suluh.pages.page import Page
from suluh.pages.roll import named
from suluh.published import Correction, Department, Published
from suluh.sentences import corrections_lead
from suluh.text import say

_NUMBER = re.compile(r"-?\d+(?:,(\d+))?")
"""A number as an Indonesian officer writes it."""


@dataclass(frozen=True)
class Corrected:
    """A correction with the indicator and department it names; None where they are unknown.

    `before` and `after` as they were written, but numbers in each language's own form.
    """

    correction: Correction
    before: str
    after: str
    indicator: Indicator | None
    department: Department | None


def corrections_page(published: Published) -> Page:
    """Every correction, newest first."""
    known = named(published)
    corrected = tuple(
        Corrected(
            c,
            _figure(c.sebelum),
            _figure(c.sesudah),
            indicators().get(c.indikator),
            known.get(c.kode_opd),
        )
        for c in published.corrections
    )
    return Page(
        path="koreksi/",
        template="koreksi.html",
        title=say("Koreksi"),
        lead=corrections_lead(published),
        content={"corrected": corrected, "city": published.contract.city},
    )


def _figure(written: str) -> str:
    found = _NUMBER.fullmatch(written)
    if found is None:
        return written
    return number_text(float(written.replace(",", ".")), len(found[1] or ""))
