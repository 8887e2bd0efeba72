"""What the browser tests open: a page of each kind, and the screens it is opened on.

The statement on accessibility says the same to the public; a test holds it to this.
"""

from __future__ import annotations

from typing import Literal

Scheme = Literal["light", "dark"]

KINDS = {
    "home": "",
    "departments": "opd/",
    "department": "opd/disdukcapil/",
    "department-year": "opd/disdukcapil/2025/",
    "training": "pelatihan/",
    "evaluation": "evaluasi/",
    "voices": "suara/",
    "voices-year": "suara/2025/",
    "forums": "forum/",
    "comparison": "banding/",
    "effect": "dampak/",
    "indicators": "indikator/",
    "indicator": "indikator/ikm/",
    "data": "data/",
    "api": "data/api/",
    "completeness": "kelengkapan/",
    "corrections": "koreksi/",
    "search": "cari/",
    "about": "tentang/",
    "glossary": "tentang/istilah/",
    "accessibility": "tentang/aksesibilitas/",
}

ENGLISH = {kind: f"en/{path}" for kind, path in KINDS.items()}

PHONE = {"width": 360, "height": 740}
NARROW = {"width": 320, "height": 640}
TABLET = {"width": 768, "height": 1024}
DESK = {"width": 1300, "height": 900}

QUIET_SCREEN = DESK
AXE_SCREENS = (NARROW, TABLET, DESK)
AXE_SCHEMES: tuple[Scheme, ...] = ("light", "dark")
AXE_IN_ENGLISH: tuple[tuple[dict[str, int], Scheme], ...] = ((NARROW, "light"), (DESK, "dark"))
"""Other words in the same places: narrowest, and in the colours not seen then."""

SIDEWAYS_SCREENS = (PHONE, NARROW)
