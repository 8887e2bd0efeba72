"""Pseudonyms: a NIP becomes a code that stays the same, and that nobody can turn back.

HMAC-SHA-256 (RFC 2104) of the 18 digits under a secret key: the same person has the same code in
every file and year, and without the key not even trying every NIP finds out whose it is.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import hmac
import io
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from suluh.intake.delimited import SEPARATORS, first_line, split_row
from suluh.intake.encoding import EncodingError, to_utf8
from suluh.intake.header_names import normal_name
from suluh.intake.headers import column_letters
from suluh.intake.personal import holds_personal_number, is_nip, masked
from suluh.usage import UserError

COLUMN = "id_pegawai"
"""What the column is called afterwards, as in the contract."""

SHORTEST_KEY = 32
"""Bytes: fewer could be guessed."""

_SOURCES = ("nip", "nip_pegawai", "nomor_induk_pegawai", COLUMN)
_NAMING = ("nama", "nama_pegawai", "nama_lengkap", "alamat", "tanggal_lahir", "no_hp", "email")
_LENGTH = 12  # 60 bits: two of 100,000 people share a code once in 200 million cities
_PSEUDONYM = re.compile(r"p-[a-z0-9]+")
_GROUPED = re.compile(r"[\s.\-'’]+")
_MOST_SHOWN = 10


@dataclass(frozen=True)
class Pseudonymised:
    """The new file, as UTF-8 CSV, and how many cells and people it is about."""

    content: bytes
    cells: int
    people: int


def new_key(path: Path) -> None:
    """Make a key, readable by its owner alone; UserError if the file exists."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UserError.of_usage(
            f"Berkas kunci {path} sudah ada; kunci baru akan mengubah semua kode. Tidak ditimpa.",
            f"The key file {path} exists; a new key would change every code. Not overwritten.",
        ) from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(SHORTEST_KEY) + "\n")


def require_outside(path: Path, project: Path) -> None:
    """Refuse a key within the project's folder."""
    if path.resolve().is_relative_to(project.resolve()):
        raise UserError.of_usage(
            "Simpan kunci di luar folder proyek, supaya tidak ikut terkirim bersama data.",
            "Keep the key outside the project's folder, lest it be committed with the data.",
        )


def read_key(path: Path, project: Path) -> bytes:
    """Read the key; UserError if it is missing, too short, or lies within the project."""
    require_outside(path, project)
    try:
        key = path.read_bytes().strip()
    except OSError:
        raise UserError.of_usage(
            f"Berkas kunci {path} tidak dapat dibaca. Buat sekali dengan --new-key.",
            f"The key file {path} cannot be read. Make one, once, with --new-key.",
        ) from None
    if len(key) < SHORTEST_KEY:
        raise UserError.of_usage(
            f"Kunci di {path} terlalu pendek: perlu sedikitnya {SHORTEST_KEY} huruf.",
            f"The key in {path} is too short: at least {SHORTEST_KEY} characters are needed.",
        )
    return key


def pseudonym(nip: str, key: bytes) -> str:
    """The code of a NIP of 18 digits: `p-` and 12 letters and digits."""
    digest = hmac.new(key, nip.encode(), hashlib.sha256).digest()
    return "p-" + base64.b32encode(digest).decode().lower()[:_LENGTH]


def pseudonymise(content: bytes, key: bytes, column: str | None = None) -> Pseudonymised:
    """Replace every NIP in a column of a CSV file; codes that are there already stay.

    `column` is the header over the NIP; None finds it. UserError where a cell of it is no NIP, or
    where anything else in the file could name a person: nothing is written then.
    """
    head, *rows = _rows(content)
    place = _place(head, column)
    _refuse_names(head)
    codes = [_code(row[place] if place < len(row) else "", key) for row in rows]
    bad = [line for line, code in enumerate(codes, 2) if code is None]
    if bad:
        raise _not_nip(bad, place, rows)
    named = list(_numbers_left(rows, place))
    if named:
        raise _left_over(named)
    head[place] = COLUMN
    replaced = [
        [*row[:place], code or "", *row[place + 1 :]] if len(row) > place else row
        for row, code in zip(rows, codes, strict=True)
    ]
    known = [code for code in codes if code]
    return Pseudonymised(_written([head, *replaced]), len(known), len(set(known)))


def _rows(content: bytes) -> list[list[str]]:
    try:
        text, _ = to_utf8(content)
    except EncodingError:
        raise UserError.of_usage(
            "Berkas ini bukan CSV yang dapat dibaca. Di Excel: Simpan Sebagai, CSV UTF-8.",
            "This file is no CSV that can be read. In Excel: Save As, CSV UTF-8.",
        ) from None
    line = first_line(text)
    separator = max(SEPARATORS, key=lambda s: len(split_row(line, s)))
    rows = csv.reader(io.StringIO(text.decode(), newline=""), delimiter=separator, strict=True)
    try:
        every = list(rows)
    except csv.Error as error:
        raise UserError.of_usage(
            f"Tanda kutip di sekitar baris {rows.line_num} tidak ditutup. Perbaiki dahulu.",
            f"A quotation mark near line {rows.line_num} is not closed. Mend it first.",
        ) from error
    if not every:
        raise UserError.of_usage("Berkas ini kosong.", "This file is empty.")
    return every


def _place(head: Sequence[str], column: str | None) -> int:
    names = [normal_name(text) for text in head]
    wanted = (normal_name(column),) if column else _SOURCES
    for name in wanted:
        if name in names:
            return names.index(name)
    there = ", ".join(text.strip() for text in head if text.strip())
    raise UserError.of_usage(
        f"Kolom {' atau '.join(wanted)} tidak ada. Yang ada: {there}. Sebut dengan --column.",
        f"There is no column {' or '.join(wanted)}. There are: {there}. Name it with --column.",
    )


def _refuse_names(head: Sequence[str]) -> None:
    found = [text.strip() for text in head if normal_name(text) in _NAMING]
    if found:
        raise UserError.of_usage(
            f"Kolom {', '.join(found)} menyebut orangnya. Hapus kolom itu dahulu.",
            f"The columns {', '.join(found)} name people. Remove them first.",
        )


def _code(cell: str, key: bytes) -> str | None:
    """The code of a cell, "" for a blank one; None where it is no NIP."""
    text = _GROUPED.sub("", cell)
    if not text or _PSEUDONYM.fullmatch(cell.strip()):
        return cell.strip()
    return pseudonym(text, key) if is_nip(text) else None


def _numbers_left(rows: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    for line, row in enumerate(rows, 2):
        for position, cell in enumerate(row):
            if position != place and holds_personal_number(cell):
                yield f"{column_letters(position)}{line}"


def _not_nip(lines: Sequence[int], place: int, rows: Sequence[Sequence[str]]) -> UserError:
    letter = column_letters(place)
    cells = [f"{letter}{line} ({_hidden(rows[line - 2][place])})" for line in lines[:_MOST_SHOWN]]
    more = len(lines) - len(cells)
    return UserError.of_usage(
        f"{len(lines)} sel bukan NIP 18 angka: {', '.join(cells)}"
        f"{f', dan {more} lagi' if more else ''}. Angka seperti 1,98E+17 sudah kehilangan "
        "digitnya: ambil lagi dari sumbernya dengan kolom berformat Teks.",
        f"{len(lines)} cells are no NIP of 18 digits: {', '.join(cells)}"
        f"{f', and {more} more' if more else ''}. A number like 1.98E+17 has lost its digits: "
        "take it again from its source into a column formatted as text.",
    )


def _left_over(cells: Sequence[str]) -> UserError:
    shown = ", ".join(cells[:_MOST_SHOWN])
    return UserError.of_usage(
        f"Masih ada NIP atau NIK di sel {shown}. Hapus dahulu.",
        f"There still is a NIP or NIK in {shown}. Remove it first.",
    )


def _hidden(cell: str) -> str:
    """What a wrong cell looks like, its digits hidden."""
    return re.sub(r"\d", "•", masked(cell.strip()))


def _written(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
