"""Working days: Monday to Friday, without the holidays of `libur.csv`."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.datetime64]


def due_dates(received: Days, days: npt.ArrayLike, holidays: Days) -> Days:
    """Return the last day of a limit of working days after `received`.

    The next working day is the first of them, whether or not `received` is itself one.
    """
    start = received.astype("datetime64[D]")
    off = holidays.astype("datetime64[D]")
    limit = np.asarray(days, "int64")
    return np.asarray(np.busday_offset(start, limit, roll="backward", holidays=off))
