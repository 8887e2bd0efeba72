"""The drawing of each chart kind as Vega-Lite with named, empty data sets.

Only `suluh.studio.compiling` imports this package, and only when a kind is not yet compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from suluh.studio.specs.commitments import commitments
from suluh.studio.specs.complaints import complaints, settlement_curve
from suluh.studio.specs.control import control_chart
from suluh.studio.specs.departments import funnel, impact
from suluh.studio.specs.journey import journey
from suluh.studio.specs.staff import hours_and_reach, ratings, scores
from suluh.studio.specs.survey import answers, elements, satisfaction_trend
from suluh.studio.specs.theme import Spec

SPECS: Mapping[str, Callable[[int], Spec]] = {
    "perjalanan": journey,
    "ikm-tren": satisfaction_trend,
    "ikm-kendali": control_chart,
    "unsur": elements,
    "sebaran": answers,
    "predikat": ratings,
    "jp": hours_and_reach,
    "nilai": scores,
    "pengaduan": complaints,
    "kurva": settlement_curve,
    "komitmen": commitments,
    "corong": funnel,
    "dampak": impact,
}
"""Kind → function from a width in pixels to its drawing."""
