"""A built site served on this machine, as a web server would."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@contextmanager
def served(root: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder on a free port, with these headers; yields its address."""
    handler: Callable[..., Any] = partial(_Quiet, directory=str(root), headers_sent=headers or {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, headers_sent: Mapping[str, str], **named: Any) -> None:
        self.headers_sent = headers_sent
        super().__init__(*given, **named)

    def end_headers(self) -> None:
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass
