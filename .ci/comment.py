"""Say on a proposal, once, what it changes on the site.

Use: comment.py github|gitlab FILE

FILE holds Markdown. A comment that was made before is updated in place. Where the proposal is
comes from the environment (see `_github` and `_gitlab`); there is nothing to do when it is closed.

The words in FILE come from whoever made the proposal: nobody is called by an @ in them, and they
are cut at what either service takes.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode
from urllib.request import Request, urlopen

MARK = "<!-- suluh: perubahan -->"
LONGEST = 60_000
"""Characters; GitHub takes 65,536."""
PAGE = 100
"""Comments asked for at once, the most that either service gives."""


class Thread(NamedTuple):
    """Where the comments of one proposal are, and how one of them is changed."""

    comments: str
    comment: Callable[[dict[str, Any]], str]
    update: str
    headers: dict[str, str]


def main(service: str, file: str) -> None:
    thread = {"github": _github, "gitlab": _gitlab}[service]()
    if thread is None:
        sys.stdout.write("Usulan sudah ditutup; tidak ada yang dicatat.\n")
        return
    body = {"body": body_of(Path(file).read_text(encoding="utf-8"))}
    ours = next((c for c in _comments(thread) if c.get("body", "").startswith(MARK)), None)
    if ours is None:
        _ask(thread.comments, thread.headers, "POST", body)
    else:
        _ask(thread.comment(ours), thread.headers, thread.update, body)


def body_of(text: str) -> str:
    """The comment: marked as ours, nobody called by it, no longer than is taken."""
    calm = text.replace("@", "@\N{ZERO WIDTH SPACE}").replace("<!--", "&lt;!--")
    if len(calm) > LONGEST:
        calm = (
            calm[:LONGEST].rsplit("\n", 1)[0]
            + "\n\n… (selengkapnya dalam berkas `perubahan.md`)\n"
        )
    return f"{MARK}\n{calm}"


def _github() -> Thread | None:
    """The open pull request of HEAD (owner:branch) whose newest commit is HEAD_SHA."""
    repository = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"
    headers = {
        "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
        "Accept": "application/vnd.github+json",
    }
    query = urlencode({"state": "open", "head": os.environ["HEAD"]})
    proposals = _ask(f"{repository}/pulls?{query}", headers)
    number = next(
        (p["number"] for p in proposals if p["head"]["sha"] == os.environ["HEAD_SHA"]), None
    )
    if number is None:
        return None
    return Thread(
        f"{repository}/issues/{int(number)}/comments",
        lambda comment: f"{repository}/issues/comments/{int(comment['id'])}",
        "PATCH",
        headers,
    )


def _gitlab() -> Thread:
    """The merge request that the pipeline runs for."""
    project = f"{os.environ['CI_API_V4_URL']}/projects/{os.environ['CI_PROJECT_ID']}"
    notes = f"{project}/merge_requests/{int(os.environ['CI_MERGE_REQUEST_IID'])}/notes"
    headers = {"PRIVATE-TOKEN": os.environ["SULUH_KOMENTAR_TOKEN"]}
    return Thread(notes, lambda note: f"{notes}/{int(note['id'])}", "PUT", headers)


def _comments(thread: Thread) -> Iterator[dict[str, Any]]:
    for page in range(1, 1000):
        query = urlencode({"per_page": PAGE, "page": page})
        found = _ask(f"{thread.comments}?{query}", thread.headers)
        yield from found
        if len(found) < PAGE:
            return


def _ask(url: str, headers: dict[str, str], method: str = "GET", body: object = None) -> Any:  # noqa: ANN401 JSON
    content = None if body is None else json.dumps(body).encode()
    request = Request(url, content, {**headers, "Content-Type": "application/json"}, method=method)  # noqa: S310 the service's own address
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
