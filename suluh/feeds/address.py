"""Where the site will be read, and names for what is told there that outlive every address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from suluh.published import Published

_SETTING = re.compile(r"^site_url:[ \t]*(?P<text>.*)$", re.MULTILINE)
_VALUE = re.compile(r"""(?P<quote>["']?)(?P<url>(?:https?://[^\s"'#]+)?)(?P=quote)\s*(?:#.*)?""")
_TAG = re.compile(r"tag:[\w.@-]+,\d{4}(-\d\d(-\d\d)?)?:\S*")
_NOBODYS = "tag:suluh.example,2026:"
"""For a city that names no domain of its own: RFC 2606 keeps `.example` from everybody."""


class AddressError(ValueError):
    """The address of the site in mkdocs.yml cannot be used."""


@dataclass(frozen=True)
class Address:
    """The public address of the site with its last slash; empty where nobody has said it."""

    base: str = ""

    def link(self, path: str) -> str:
        """The way to a page from a file one folder below the root: absolute if it can be.

        Without an address the way is relative to the file itself, which is what a reader takes
        for the base (RFC 3986, 5.1.3): an `xml:base`, relative as well, would add nothing.
        """
        return f"{self.base or '../'}{path}"

    def url(self, path: str) -> str:
        """The full address of a page; empty where there is none, as a calendar needs it."""
        return self.base and f"{self.base}{path}"


def read_address(mkdocs_yml: Path) -> Address:
    """Read `site_url`; AddressError if it is no full address on a line of its own.

    One line is looked for, not YAML read: its library takes longer to load than all the feeds
    to write.
    """
    setting = _SETTING.search(mkdocs_yml.read_text(encoding="utf-8"))
    if setting is None:
        return Address()
    value = _VALUE.fullmatch(setting["text"].strip())
    if value is None:
        raise AddressError(setting["text"].strip())
    return Address(value["url"] and value["url"].rstrip("/") + "/")


def tag(published: Published, *parts: str) -> str:
    """A name for ever (RFC 4151): it does not change when the site moves.

    It begins with the contract's `id` where that is a `tag:`, else with the contract's `name`.
    """
    package = published.contract.package
    given, name = str(package.get("id", "")), quote(str(package.get("name", "suluh")), safe="")
    prefix = given if _TAG.fullmatch(given) else f"{_NOBODYS}{name}"
    return "/".join((prefix, *(quote(part, safe="") for part in parts)))


def uid(name: str) -> str:
    """The same name as a UUID, the form that RFC 7986 (5.3) asks of a calendar."""
    return str(uuid5(NAMESPACE_URL, name))
