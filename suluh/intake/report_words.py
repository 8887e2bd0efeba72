"""The words between the messages of a report, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "error": {"id": "KESALAHAN", "en": "ERROR"},
    "warning": {"id": "PERINGATAN", "en": "WARNING"},
    "fix": {"id": "Perbaikan", "en": "To mend"},
    "sheet": {"id": "lembar {sheet}", "en": "sheet {sheet}"},
    "cell": {"id": "sel {cell}", "en": "cell {cell}"},
    "cells": {"id": "{count} sel", "en": "{count} cells"},
    "line": {"id": "baris {line}", "en": "row {line}"},
    "lines": {"id": "{count} baris", "en": "{count} rows"},
    "column": {"id": "(kolom {column})", "en": "(column {column})"},
    "in_cells": {"id": "{count} sel: {places}", "en": "{count} cell(s): {places}"},
    "in_lines": {"id": "{count} baris: {places}", "en": "{count} row(s): {places}"},
    "same": {
        "id": "Masalah yang sama ada di {count} tempat: {places}",
        "en": "The same problem is in {count} places: {places}",
    },
    "more": {
        "id": "… dan {count} lagi yang serupa; lihat dengan --report laporan.html.",
        "en": "… and {count} more like these; see them with --report report.html.",
    },
    "total": {
        "id": "{errors} kesalahan, {warnings} peringatan.",
        "en": "{errors} error(s), {warnings} warning(s).",
    },
    "kinds": {
        "id": "Yang serupa dijadikan satu: {count} hal untuk diperbaiki.",
        "en": "What is alike is told once: {count} things to mend.",
    },
    "catalogue": {
        "id": "Arti setiap kode dalam [ ], dengan contoh: docs/masalah.md",
        "en": "What each code in [ ] means, with an example: docs/problems.md",
    },
}


def say(words: str, lang: str, **names: object) -> str:
    """Fill in one of the texts; KeyError for an unknown one."""
    return _WORDS[words][lang].format_map(names)


def whole(number: int, lang: str) -> str:
    """`4.000` in Indonesian, `4,000` in English; suluh.localisation loads slowly."""
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", ".")
