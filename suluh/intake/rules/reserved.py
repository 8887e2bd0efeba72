"""The code of the whole city cannot be a department's: their figures would be mixed up."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.figures import CITY
from suluh.intake.folder import Folder
from suluh.intake.problems import Problem


def city_code_is_reserved(folder: Folder) -> Iterator[Problem]:
    """Check that no department is called as the city is in the published figures."""
    if "opd" in folder.tables:
        typed = folder.tables["opd"]
        for line in typed.frame.index[typed.frame["kode_opd"] == CITY]:
            yield typed.sheet.problem("reserved-code", line, "kode_opd")
