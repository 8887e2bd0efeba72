"""From bytes to UTF-8: what Excel really writes is taken, everything else refused by name."""

from __future__ import annotations

import codecs

UTF8 = "utf-8"
OLD_EXCEL = "cp1252"

_PIECE = 1 << 20


class EncodingError(ValueError):
    """The bytes are no text Suluh reads; `code` names the problem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def to_utf8(content: bytes) -> tuple[bytes, str]:
    """Return the text as UTF-8 without a byte order mark, and the encoding it was in."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content, found = _decoded(content, "utf-16"), "utf-16"
    else:
        content, found = _without_mark(content)
    if b"\0" in content:
        raise EncodingError("nul-bytes")
    return content, found


def _without_mark(content: bytes) -> tuple[bytes, str]:
    """Text with a UTF-8 mark that is none is damaged: as another encoding its letters bend."""
    body = content.removeprefix(codecs.BOM_UTF8)
    if _is_utf8(body):
        return body, UTF8
    if len(body) < len(content):
        raise EncodingError("encoding-unknown")
    return _decoded(body, OLD_EXCEL), OLD_EXCEL


def _is_utf8(body: bytes) -> bool:
    """Look piece by piece: the text of a large file as a whole takes four times its bytes."""
    if body.isascii():
        return True
    decoder = codecs.getincrementaldecoder(UTF8)()
    try:
        for start in range(0, len(body), _PIECE):
            decoder.decode(body[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(content: bytes, encoding: str) -> bytes:
    if encoding == OLD_EXCEL and b"\0" in content:
        raise EncodingError("nul-bytes")
    try:
        return content.decode(encoding).encode(UTF8)
    except UnicodeError as error:
        raise EncodingError("encoding-unknown") from error
