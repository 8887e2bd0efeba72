"""Every table of a folder, mended where it is safe, and written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from suluh.contract import PACKAGE_FILE, read_contract
from suluh.descriptor import ContractError
from suluh.intake.folder import is_workbook
from suluh.intake.mending.file_mending import Mending, mend

LARGEST_MENDED = 20_000_000
"""Bytes of a file that is mended: cell by cell, it takes twenty times its bytes in memory."""


def left_alone(data_dir: Path) -> Sequence[str]:
    """The files that are the officer's own to mend: workbooks, and what is too large."""
    files = (file for file in sorted(data_dir.iterdir()) if file.is_file())
    return [file.name for file in files if is_workbook(file) or _is_too_large(file)]


def _is_too_large(file: Path) -> bool:
    return file.suffix.casefold() == ".csv" and file.stat().st_size > LARGEST_MENDED


def mendings(data_dir: Path) -> Iterator[Mending]:
    """Yield what there is to mend in each table; nothing where there is no usable contract."""
    try:
        contract = read_contract(data_dir / PACKAGE_FILE)
    except ContractError:
        return
    for table in contract.tables.values():
        try:
            if _is_too_large(data_dir / table.path):
                continue
            content = (data_dir / table.path).read_bytes()
        except OSError:
            continue  # absent, or refused by the check that follows
        mending = mend(content, table)
        if mending:
            yield mending


def write_mended(data_dir: Path, mending: Mending) -> None:
    """Replace the file in one step; OSError if the folder or the file is not to be written."""
    target = (data_dir / mending.file).resolve()
    # Hidden, lest a run that is killed leaves a file that looks like a table.
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(mending.new)
        shutil.copymode(target, draft)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
