"""A colleague ends where nobody asks for its answer any more."""

from __future__ import annotations

from multiprocessing.connection import Connection

from suluh.colleague import Colleague

MORE_THAN_A_PIPE_HOLDS = 10_000_000


def _tell_much(asked: Connection) -> None:
    asked.send_bytes(bytes(MORE_THAN_A_PIPE_HOLDS))


def test_whoever_answers_at_length_ends_where_nobody_listens() -> None:
    colleague = Colleague.hire(_tell_much)
    colleague.connection.close()
    colleague.process.join(30)
    assert colleague.process.exitcode == 0
