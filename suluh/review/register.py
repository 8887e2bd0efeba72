"""Approvals written into `persetujuan.csv`, below what stands there, which stays as it is."""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from suluh.approval import APPROVALS
from suluh.contract import Contract, Table
from suluh.intake.delimited import first_line, split_row, without_declaration
from suluh.intake.encoding import to_utf8
from suluh.intake.header_names import match
from suluh.intake.headers import find_separator
from suluh.review.decision import Approval


def add_approvals(data: Path, contract: Contract, approvals: Iterable[Approval]) -> None:
    """Add rows, in the columns and with the separator that the file has; make it if need be."""
    table = contract.tables[APPROVALS]
    path = data / table.path
    content, separator = b"", ","
    header: Sequence[str] = [column.name for column in table.columns]
    found = path.read_bytes() if path.exists() else b""
    if found.strip():
        content, _ = to_utf8(found)
        body, declared = without_declaration(content)
        separator = find_separator(first_line(body), table, declared) or ","
        header = _columns(split_row(first_line(body), separator), table)
    added = io.StringIO()
    writer = csv.DictWriter(added, header, delimiter=separator, lineterminator="\n",
                            restval="", extrasaction="ignore")  # fmt: skip
    if not content:
        writer.writeheader()
    elif not content.endswith(b"\n"):
        content += b"\n"
    writer.writerows(asdict(approval) for approval in approvals)
    mark = codecs.BOM_UTF8 if found.startswith(codecs.BOM_UTF8) else b""
    _replace(path, mark + content + added.getvalue().encode())


def _columns(texts: Sequence[str], table: Table) -> Sequence[str]:
    """The column that each header means, by name, title or synonym; a header of none is blank."""
    named = {place: name for name, place in match(texts, table).positions.items()}
    return [named.get(place, "") for place in range(len(texts))]


def _replace(path: Path, content: bytes) -> None:
    """Whoever reads meanwhile sees the old file or the new one."""
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
