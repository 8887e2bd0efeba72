"""The figure cards of the city's own pages."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.pages.cards import Card, CardKind, card
from suluh.published import Figure, Published
from suluh.sentences.phrases import latest, latest_complete
from suluh.text import say

HOME = (
    CardKind("pelatihan_cakupan", say("Pegawai yang dilatih"), say("pegawai"), "gold"),
    CardKind("evaluasi_cakupan", say("Pegawai yang dievaluasi"), say("pegawai"), "maroon"),
    CardKind("ikm", say("Kepuasan masyarakat"), say("responden"), "data"),
    CardKind(
        "pengaduan_tepat_waktu", say("Pengaduan selesai tepat waktu"), say("jatuh tempo"), "data"
    ),
)
"""The story in four figures: trained, evaluated, satisfied, answered."""

TRAINING = (
    CardKind("pelatihan_cakupan", say("Pegawai yang dilatih"), say("pegawai"), "gold"),
    CardKind("jp_rata", say("Jam pelajaran per pegawai"), say("pegawai"), "gold"),
    CardKind("jp_terpenuhi", say("PNS mencapai 20 JP"), say("PNS"), "gold"),
    CardKind("pelatihan_peningkatan", say("Kenaikan nilai tes"), say("keikutsertaan"), "gold"),
)
EVALUATION = (
    CardKind("evaluasi_cakupan", say("Pegawai yang dievaluasi"), say("pegawai"), "maroon"),
    CardKind("evaluasi_baik", say("Berpredikat baik atau sangat baik"), say("dinilai"), "maroon"),
    CardKind("tindak_lanjut", say("Sangat baik yang diberi penghargaan"), say("orang"),
             "maroon", "penghargaan"),
    CardKind("tindak_lanjut", say("Di bawah baik yang dibina"), say("orang"),
             "maroon", "pembinaan"),
)  # fmt: skip
VOICE = (
    CardKind("ikm", say("Kepuasan masyarakat"), say("responden"), "data"),
    CardKind("skm_responden", say("Jawaban survei setahun"), "", "data"),
    CardKind(
        "pengaduan_tepat_waktu", say("Pengaduan selesai tepat waktu"), say("jatuh tempo"), "data"
    ),
    CardKind("pengaduan_terbuka", say("Pengaduan masih terbuka"), "", "maroon"),
)

FORUM = (
    CardKind("forum_jumlah", say("Forum konsultasi publik"), "", "gold"),
    CardKind("forum_peserta", say("Peserta forum"), "", "gold"),
    CardKind(
        "komitmen_ditepati", say("Komitmen ditepati pada waktunya"), say("jatuh tempo"), "data"
    ),
    CardKind("komitmen_lewat", say("Komitmen lewat tenggat"), "", "maroon"),
)

STOCKS = frozenset({"komitmen_lewat", "komitmen_terbuka"})
"""What stands at the end of a period: the newest is wanted, be its year over or not."""


def city_cards(published: Published, kinds: Sequence[CardKind]) -> tuple[Card, ...]:
    """The newest of each for the whole city; one without any value still says why."""
    found = ((kind, _newest(published, kind)) for kind in kinds)
    return tuple(card(published, kind, figure) for kind, figure in found if figure)


def _newest(published: Published, kind: CardKind) -> Figure | None:
    own = published.city
    quarters = own.quarters(kind.indikator, kind.rincian)
    years = own.years(kind.indikator, kind.rincian)
    yearly = latest(years) if kind.indikator in STOCKS else latest_complete(published, years)
    return latest(quarters) or yearly or next(reversed(quarters or years), None)
