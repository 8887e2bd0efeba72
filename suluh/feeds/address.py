"""Where the site will be read, and names for what is told there that outlive every address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from suluh.contract import Contract

_SETTING = re.compile(r"^site_url:[ \t]*(?P<text>.*)$", re.MULTILINE)
_VALUE = re.compile(r"""(?P<quote>["']?)(?P<url>(?:https?://[^\s"'#]+)?)(?P=quote)\s*(?:#.*)?""")
_TAG = re.compile(r"tag:[\w.@-]+,\d{4}(-\d\d(-\d\d)?)?:\S*", re.ASCII)
_NOBODYS = "tag:suluh.example,2026:"
"""For a city that names no domain of its own: RFC 2606 keeps `.example` from everybody."""


class AddressError(ValueError):
    """The address of the site in mkdocs.yml cannot be used."""


@dataclass(frozen=True)
class Address:
    """Where the site is, and what its names begin with.

    `base` is the public address with its last slash; empty where nobody has said it.
    """

    base: str
    names: str

    def link(self, path: str) -> str:
        """The way to a page from a file one folder below the root: absolute if it can be.

        Without an address the way is relative to the file itself, which is what a reader takes
        for the base (RFC 3986, 5.1.3): an `xml:base`, relative as well, would add nothing.
        """
        return f"{self.base or '../'}{path}"

    def url(self, path: str) -> str:
        """The full address of a page; empty where there is none, as a calendar needs it."""
        return self.base and f"{self.base}{path}"

    def tag(self, *parts: str) -> str:
        """A name for ever (RFC 4151): it does not change when the site moves."""
        return f"{self.names}/{quote('/'.join(parts))}"

    def uid(self, *parts: str) -> str:
        """The same name as a UUID, the form that RFC 7986 (5.3) asks of a calendar."""
        return str(uuid5(NAMESPACE_URL, self.tag(*parts)))


def read_address(mkdocs_yml: Path, contract: Contract) -> Address:
    """Read `site_url`; AddressError if it is no full address on a line of its own.

    One line is looked for, not YAML read: its library takes half as long to load as all the
    feeds to write.
    """
    return Address(_site_url(mkdocs_yml.read_text(encoding="utf-8")), names_of(contract))


def names_of(contract: Contract) -> str:
    """The contract's `id` where that is a `tag:`, else one made from its `name`."""
    given = str(contract.package.get("id", ""))
    name = quote(str(contract.package.get("name", "suluh")), safe="")
    return given if _TAG.fullmatch(given) else f"{_NOBODYS}{name}"


def _site_url(settings: str) -> str:
    setting = _SETTING.search(settings)
    if setting is None:
        return ""
    value = _VALUE.fullmatch(setting["text"].strip())
    if value is None:
        raise AddressError(setting["text"].strip())
    return value["url"] and value["url"].rstrip("/") + "/"
