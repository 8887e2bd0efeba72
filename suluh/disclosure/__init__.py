"""The wall: figures and texts of the records become `Published`, and nothing else does.

Nothing after it reads what lies before it (docs/adr/0001).
"""

from __future__ import annotations

from suluh.disclosure import texts
from suluh.disclosure.suppression import suppress
from suluh.figures import Figures
from suluh.impact import with_effects
from suluh.published import Published
from suluh.records import Records


def protect(figures: Figures, records: Records) -> Published:
    """Hide the figures that could tell about a person; let through the texts approved."""
    smallest_count = records.contract.policy.smallest_count
    return Published(
        contract=records.contract,
        as_of=records.as_of,
        figures=with_effects(suppress(figures.table, records.contract.policy), records.as_of),
        departments=texts.departments(records),
        trainings=texts.trainings(records, smallest_count),
        voices=texts.voices(records),
        forums=texts.forums(records),
        commitments=texts.commitments(records),
        awards=texts.awards(records),
        stories=texts.stories(records),
        services=texts.services(records),
        corrections=texts.corrections(records),
    )
