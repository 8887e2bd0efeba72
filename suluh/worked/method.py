"""Method: how an indicator's figures are worked out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from suluh.published import Figure, Published
from suluh.worked.example import Example

Method: TypeAlias = Callable[[Published, Figure], Example | None]
"""From a figure to its example; None where something it needs is not published."""
