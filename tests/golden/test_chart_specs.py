"""Charts as drawn and as told: the altair spec of each kind, and a small city's charts."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from typing import Any

import altair as alt
import pytest
from charts_city import city
from goldtest import Golden

from suluh.charts import Chart, city_charts, department_charts, made
from suluh.published import Figure
from suluh.studio.specs import SPECS
from suluh.studio.specs.theme import NARROW

PUBLISHED = city(6)


@pytest.mark.parametrize("kind", SPECS)
def test_the_spec_of_a_kind(kind: str, golden: Golden) -> None:
    spec = SPECS[kind](NARROW)
    alt.LayerChart.from_dict(spec)  # refuses what is no Vega-Lite
    golden.check(f"charts/spec/{kind}.json", _text(spec))


@pytest.mark.parametrize("id_", made(department_charts("disdukcapil"), PUBLISHED))
def test_a_department_s_chart(id_: str, golden: Golden) -> None:
    golden.check(
        f"charts/opd/{id_}.json", _told(made(department_charts("disdukcapil"), PUBLISHED)[id_])
    )


@pytest.mark.parametrize("id_", ["corong", "dampak", "ikm-tren", "unsur"])
def test_the_city_s_chart(id_: str, golden: Golden) -> None:
    golden.check(f"charts/kota/{id_}.json", _told(made(city_charts(), PUBLISHED)[id_]))


def _told(chart: Chart) -> str:
    return _text({name: getattr(chart, name) for name in chart.__dataclass_fields__})


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Figure):
        return [value.indikator, value.periode, value.rincian, value.nilai, str(value.status)]
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value))
