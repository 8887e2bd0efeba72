"""What somebody confirmed in `konfirmasi.csv` is quiet; a row that confirms nothing is told of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from suluh.figures import CITY
from suluh.intake.problems import Place, Problem, problem
from suluh.records import Records
from suluh.unusual.finding import CONFIRMATIONS, Finding, Key


def unconfirmed(found: Collection[Finding], records: Records) -> Iterator[Problem]:
    """Yield each finding that nobody confirmed, then each confirmation of nothing."""
    rows = _confirmations(records)
    yield from (finding.as_problem() for finding in found if finding.key not in rows)
    known = {finding.key for finding in found}
    for key, line in rows.items():
        if key not in known:
            yield _unmatched(key, line, records)


def _confirmations(records: Records) -> Mapping[Key, int]:
    """The key of each row, and its line."""
    frame = records.tables.get(CONFIRMATIONS)
    if frame is None:
        return {}
    cells = frame[list(Key._fields)].fillna("").astype(str)
    lines = records.lines_of(CONFIRMATIONS, frame.index)
    return dict(zip(map(Key._make, cells.to_numpy().tolist()), lines, strict=True))


def _unmatched(key: Key, line: int, records: Records) -> Problem:
    place = Place(records.contract.tables[CONFIRMATIONS].path, line, "kode_masalah")
    named = {"problem": key.kode_masalah, "department": key.kode_opd or CITY, "when": key.periode}
    return problem("confirmation-unmatched", place, named)
