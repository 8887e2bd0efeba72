"""Colours as people see them: contrast, lightness, and what a colour deficiency leaves of them.

WCAG 2.2 for contrast; CIE 1976 L*a*b* (D65) for lightness and difference; Machado, Oliveira &
Fernandes 2009, doi 10.1109/TVCG.2009.113, full severity, for the deficiencies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Triple = NDArray[np.float64]

DEFICIENCIES: Mapping[str, Triple] = {
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]
    ),
}  # fmt: skip

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
_WHITE = _TO_XYZ.sum(axis=1)


def linear(colour: str) -> Triple:
    """`#rrggbb` as light, 0 to 1."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio, 1 to 21."""
    low, high = sorted(float(_TO_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(light: Triple) -> Triple:
    """L*, a*, b* of light."""
    ratio = _TO_XYZ @ light.clip(0, 1) / _WHITE
    x, y, z = np.where(ratio > 216 / 24389, np.cbrt(ratio), (ratio * 24389 / 27 + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def lightness(colour: str) -> float:
    """L*: all that a print without colour keeps, 0 to 100."""
    return float(lab(linear(colour))[0])


def difference(one: str, other: str, deficiency: str) -> float:
    """How far two colours are apart in L*a*b* for eyes with a deficiency."""
    seen = [lab(DEFICIENCIES[deficiency] @ linear(colour)) for colour in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


def tokens(style: str, selector: str) -> Mapping[str, str]:
    """The colours `--c-…` that the first rule of a selector sets, by name without `--c-`."""
    (body,) = re.findall(rf"^{re.escape(selector)} {{([^}}]*)}}", style, re.MULTILINE)[:1]
    return dict(re.findall(r"--c-([\w-]+): (#[0-9a-f]{6});", body))
