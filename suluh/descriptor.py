"""`Descriptor`: a JSON object of the data package, read property by property.

A property is of the type it is asked for as, or `ContractError` says in words where it is not.
The names are those of the Data Package standard: descriptor, resource, schema, field.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any, TypeVar, cast

T = TypeVar("T", bound=str)

_LONGEST = 80
"""Characters of a value that a message repeats: it may be the whole file."""


class ContractError(ValueError):
    """The data package cannot be read, or is no contract; said in Indonesian, and in English."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(indonesian, english)
        self.english = english

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True)
class Descriptor:
    """The `properties` of an object, which lies at a `place` such as `resources/opd/schema`."""

    place: str
    properties: Mapping[str, Any]

    @classmethod
    def of(cls, place: str, value: object) -> Descriptor:
        """An object; ContractError for any other value."""
        if not isinstance(value, dict):
            raise _unfit(place, value, "sebuah objek", "an object")
        return cls(place, value)

    def text(self, name: str, default: str | None = None) -> str:
        """A text; without a default it has to be there, and not empty."""
        value = self._value(name, default)
        if not isinstance(value, str) or (default is None and not value):
            raise self.unfit(name, "teks", "text")
        return value

    def one_of(self, name: str, known: Sequence[T], default: T) -> T:
        """One of some texts."""
        value = self.properties.get(name, default)
        if value not in known:
            listed = ", ".join(known)
            raise self.unfit(name, f"salah satu dari {listed}", f"one of {listed}")
        return cast("T", value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; a single one may stand in its place, and none need be there."""
        value = self.properties.get(name, [])
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(text, str) for text in listed):
            raise self.unfit(name, "daftar teks", "a list of texts")
        return tuple(listed)

    def flag(self, name: str) -> bool:
        """True or false; false where it is not there."""
        value = self.properties.get(name, False)
        if not isinstance(value, bool):
            raise self.unfit(name, "true atau false", "true or false")
        return value

    def number(self, name: str) -> float | None:
        """A number; None where it is not there."""
        value = self.properties.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            raise self.unfit(name, "bilangan", "a number")
        return value

    def counts(self) -> dict[str, int]:
        """Every property, each a whole number from 1."""
        for name, value in self.properties.items():
            if isinstance(value, bool) or not isinstance(value, int) or value < 1:
                raise self.unfit(name, "bilangan bulat mulai 1", "a whole number from 1")
        return dict(self.properties)

    def one(self, name: str) -> Descriptor:
        """An object; an empty one where it is not there."""
        return Descriptor.of(self._place_of(name), self.properties.get(name, {}))

    def each(self, name: str, default: Sequence[object] | None = None) -> tuple[Descriptor, ...]:
        """A list of objects, known by their names; without a default it has to be there."""
        listed = self._value(name, default)
        if not isinstance(listed, list | tuple):
            raise self.unfit(name, "daftar objek", "a list of objects")
        return tuple(
            Descriptor.of(f"{self._place_of(name)}/{_name_of(value, place)}", value)
            for place, value in enumerate(listed, 1)
        )

    def unfit(self, name: str, indonesian: str, english: str) -> ContractError:
        """What to raise where a property is not what it should be."""
        return _unfit(self._place_of(name), self.properties.get(name), indonesian, english)

    def _value(self, name: str, default: object) -> Any:  # noqa: ANN401 whatever JSON holds
        if default is None and name not in self.properties:
            place = self._place_of(name)
            raise ContractError(f"{place} tidak ada", f"{place} is missing")
        return self.properties.get(name, default)

    def _place_of(self, name: str) -> str:
        return f"{self.place}/{name}" if self.place else name


def _name_of(value: object, place: int) -> str:
    name = value.get("name") if isinstance(value, dict) else None
    return name if isinstance(name, str) and name else str(place)


def _unfit(place: str, value: object, indonesian: str, english: str) -> ContractError:
    told = shorten(json.dumps(value, ensure_ascii=False), _LONGEST, placeholder=" …")
    return ContractError(
        f"{place or 'isinya'} adalah {told}, seharusnya {indonesian}",
        f"{place or 'its content'} is {told}, expected {english}",
    )
