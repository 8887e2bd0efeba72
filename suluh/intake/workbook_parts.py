"""What an .xlsx file asks of the machine, told from its zip directory and its raw bytes.

A workbook is a zip of XML: a few kilobytes may unpack to gigabytes, or name an entity that
grows without end. So nothing is parsed before all of it was counted, piece by piece.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from suluh.intake.limits import LARGEST_PART, MOST_ELEMENTS, MOST_IN_ONE, MOST_PARTS

_PIECE = 1 << 20
_OVERLAP = 64
_ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1")
"""Excel wraps a workbook with a password in an OLE container, as old .xls files are."""

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)|\0", re.IGNORECASE)
"""A document type may hold entities without end, and in UTF-16 it would hide; Excel has none."""

_ITEM = re.compile(rb"<(?:\w+:)?(?:row|si)[\s/>]")
"""A row or a shared text: the reader lets go of each before it reads the next."""

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


class WorkbookError(ValueError):
    """The file is no workbook Suluh reads; `code` names the problem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def has_formulas(content: bytes) -> bool:
    """Count all parts of a workbook; WorkbookError where it is none or asks too much.

    Return whether a cell may hold a formula.
    """
    if content.startswith(_ENCRYPTED):
        raise WorkbookError("workbook-encrypted")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _count(archive)
    except WorkbookError:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        raise WorkbookError("workbook-unreadable") from error
    except (NotImplementedError, RuntimeError) as error:  # another compression, or a password
        raise WorkbookError("workbook-encrypted") from error


def _count(archive: zipfile.ZipFile) -> bool:
    parts = archive.infolist()
    # Python never unpacks more of a part than its declared size, so that the sum holds.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_PART:
        raise WorkbookError("workbook-too-large")
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise WorkbookError("workbook-unreadable")
    elements, formulas = 0, False
    for part in parts:
        in_one = 0
        for piece, fresh in _xml_pieces(archive, part):
            formulas = formulas or _FORMULA.search(piece) is not None
            if _FORBIDDEN.search(piece):
                raise WorkbookError("workbook-unreadable")
            new = piece[fresh:]
            elements += _elements(new)
            first, *others = (_elements(item) for item in _ITEM.split(new))
            in_one += first
            largest = max(in_one, *others, 0)
            if elements > MOST_ELEMENTS or largest > MOST_IN_ONE:
                raise WorkbookError("workbook-too-large")
            in_one = others[-1] if others else in_one
    return formulas


def _elements(xml: bytes) -> int:
    return xml.count(b"<") - xml.count(b"</")


def _xml_pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """A part piece by piece, each with the end of the one before, and where the new starts.

    Nothing of a picture or another part that no parser of XML would begin to read.
    """
    end = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            if not end and not _begins_xml(piece):
                return
            yield end + piece, len(end)
            end = piece[-_OVERLAP:]


def _begins_xml(piece: bytes) -> bool:
    if declared := _DECLARED.match(piece.removeprefix(codecs.BOM_UTF8)):
        _require_utf8(declared[1])
    begin = piece.removeprefix(codecs.BOM_UTF8).lstrip()
    return begin.startswith((b"<", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not begin


def _require_utf8(encoding: bytes) -> None:
    """In another encoding the bytes counted would not be the tags parsed."""
    if encoding.lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise WorkbookError("workbook-unreadable")
