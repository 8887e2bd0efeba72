"""By which rule of the wall a figure is hidden, also where it is not its own size."""

from __future__ import annotations

from datetime import date

from explained import Explaining
from small_records import CONTRACT, records

from suluh.catalogue import ELEMENTS
from suluh.explain.wall import Effect, effect

AS_OF = date(2026, 9, 30)


def survey(people: int) -> Explaining:
    rows = [{"kode_opd": "dinas", "tanggal": AS_OF, "pekerjaan": "nelayan",
             **dict.fromkeys(ELEMENTS, 4)} for _ in range(people)]  # fmt: skip
    return Explaining(records(AS_OF, skm=rows))


def test_a_category_that_few_people_named_has_no_row_in_the_download() -> None:
    key = ("skm_profil", "dinas", "2026", "pekerjaan/nelayan")
    few, enough = survey(4), survey(5)
    assert few(*key).effect is Effect.CATEGORY_DROPPED
    assert few(*key).effect.hides
    assert "Tidak ada barisnya di unduh/angka.csv." in few.text(*key)
    assert enough(*key).effect is Effect.SHOWN
    assert not enough(*key).effect.hides


def test_a_figure_hidden_for_anothers_sake_is_not_said_to_be_small() -> None:
    computed = survey(30)("ikm", "dinas", "2026").computed
    hidden = computed.assign(status="disembunyikan")
    assert effect(computed, hidden, CONTRACT.policy) is Effect.COMPLEMENT
    small = survey(9)("ikm", "dinas", "2026").computed
    hidden = small.assign(status="disembunyikan")
    assert effect(small, hidden, CONTRACT.policy) is Effect.FEW_RESPONSES
