"""A target can be reached only within what its indicator can be: 25–100 for an index."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from suluh.catalogue import Indicator, indicators
from suluh.intake.folder import Folder
from suluh.intake.problems import Problem


def targets_within_range(folder: Folder) -> Iterator[Problem]:
    """Compare each target with the least and the most its indicator can be."""
    if "target" not in folder.tables:
        return
    typed = folder.tables["target"]
    known = indicators()
    for line, id_, value in typed.frame[["indikator", "nilai"]].dropna().itertuples():
        indicator = known.get(id_)
        if indicator and not _is_possible(value, indicator):
            yield typed.sheet.problem("target-out-of-range", line, "nilai", _details(indicator))


def _is_possible(value: float, indicator: Indicator) -> bool:
    least, most = indicator.range
    return least <= value <= most


def _details(indicator: Indicator) -> dict[str, str]:
    least, most = indicator.range
    return {
        "indicator": indicator.nama,
        "indicator_en": indicator.nama_en,
        "limits": f"{least:g} atau lebih" if most == inf else f"{least:g} sampai {most:g}",
        "limits_en": f"{least:g} or more" if most == inf else f"{least:g} to {most:g}",
    }
