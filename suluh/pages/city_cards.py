"""The figure cards of the city's own pages."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.pages.cards import Card, CardKind, card
from suluh.published import Figure, Published
from suluh.sentences.phrases import latest, latest_complete

HOME = (
    CardKind("pelatihan_cakupan", "Pegawai yang dilatih", "pegawai", "gold"),
    CardKind("evaluasi_cakupan", "Pegawai yang dievaluasi", "pegawai", "maroon"),
    CardKind("ikm", "Kepuasan masyarakat", "responden", "data"),
    CardKind("pengaduan_tepat_waktu", "Pengaduan selesai tepat waktu", "jatuh tempo", "data"),
)
"""The story in four figures: trained, evaluated, satisfied, answered."""

TRAINING = (
    CardKind("pelatihan_cakupan", "Pegawai yang dilatih", "pegawai", "gold"),
    CardKind("jp_rata", "Jam pelajaran per pegawai", "pegawai", "gold"),
    CardKind("jp_terpenuhi", "PNS mencapai 20 JP", "PNS", "gold"),
    CardKind("pelatihan_peningkatan", "Kenaikan nilai tes", "keikutsertaan", "gold"),
)
EVALUATION = (
    CardKind("evaluasi_cakupan", "Pegawai yang dievaluasi", "pegawai", "maroon"),
    CardKind("evaluasi_baik", "Berpredikat baik atau sangat baik", "dinilai", "maroon"),
    CardKind("tindak_lanjut", "Sangat baik yang diberi penghargaan", "orang", "maroon",
             "penghargaan"),
    CardKind("tindak_lanjut", "Di bawah baik yang dibina", "orang", "maroon", "pembinaan"),
)  # fmt: skip
VOICE = (
    CardKind("ikm", "Kepuasan masyarakat", "responden", "data"),
    CardKind("skm_responden", "Jawaban survei setahun", "", "data"),
    CardKind("pengaduan_tepat_waktu", "Pengaduan selesai tepat waktu", "jatuh tempo", "data"),
    CardKind("pengaduan_terbuka", "Pengaduan masih terbuka", "", "maroon"),
)
FORUM = (
    CardKind("forum_jumlah", "Forum konsultasi publik", "", "gold"),
    CardKind("forum_peserta", "Peserta forum", "", "gold"),
    CardKind("komitmen_ditepati", "Komitmen ditepati pada waktunya", "jatuh tempo", "data"),
    CardKind("komitmen_lewat", "Komitmen lewat tenggat", "", "maroon"),
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
