"""The workflows for GitHub and GitLab: their form, their rights, what they run and say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCHEMAS = [
    *(("github-workflows", workflow) for workflow in WORKFLOWS),
    ("dependabot", ROOT / ".github" / "dependabot.yml"),
    ("gitlab-ci", ROOT / ".gitlab-ci.yml"),
]
RIGHTS = {
    "check.yml": {},
    "comment.yml": {"comment": {"actions": "read", "contents": "read", "pull-requests": "write"}},
    "publish.yml": {"publish": {"pages": "write", "id-token": "write"}},
}
"""What each job may do beyond reading the repository."""
COMMENT = ROOT / ".ci" / "comment.py"


def read(workflow: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(workflow.read_text(), yaml.BaseLoader)  # noqa: S506 keeps `on` a text
    return content


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in read(workflow)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize(("schema", "file"), SCHEMAS, ids=lambda value: getattr(value, "name", ""))
def test_workflows_follow_the_schema_of_their_service(schema: str, file: Path) -> None:
    command = ["-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(file)]
    checked = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_auditor_of_workflows_finds_nothing() -> None:
    auditor = Path(sys.executable).with_name("zizmor")
    command = [auditor, "--offline", "--persona", "auditor", "--no-progress", ROOT / ".github"]
    audited = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    assert audited.returncode == 0, audited.stdout + audited.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_hash_with_its_version_beside_it(workflow: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", workflow.read_text())
    assert used
    for action, version in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", version)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_may_do_no_more_than_it_needs(workflow: Path) -> None:
    content = read(workflow)
    assert content["permissions"] in ({}, "{}", {"contents": "read"})
    own = {
        name: job["permissions"] for name, job in content["jobs"].items() if "permissions" in job
    }
    assert own == RIGHTS[workflow.name]


def test_what_an_untrusted_proposal_runs_has_no_secret() -> None:
    check = read(ROOT / ".github" / "workflows" / "check.yml")
    assert set(check["on"]) == {"pull_request"}
    assert "secrets" not in json.dumps(check)
    assert "token" not in json.dumps(check)
    for workflow in WORKFLOWS:
        assert "pull_request_target" not in read(workflow)["on"]


def test_what_may_write_runs_only_the_main_branch() -> None:
    comment, publish = (
        read(ROOT / ".github" / "workflows" / f"{n}.yml") for n in ("comment", "publish")
    )
    checkout = comment["jobs"]["comment"]["steps"][0]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert set(publish["on"]) == {"push", "workflow_dispatch"}
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert not [step for step in publish["jobs"]["publish"]["steps"] if "run" in step]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_shell_line_holds_what_somebody_else_wrote(workflow: Path) -> None:
    assert not [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")]


# --- the comment ---------------------------------------------------------------------------


class Service:
    """A stand-in for either service: keeps comments, answers like it."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str]] = []
        self.proposals = [{"number": 7, "head": {"sha": "abc"}}]

    def answer(self, method: str, path: str, body: Mapping[str, Any]) -> object:
        self.asked.append((method, path))
        if method == "POST":
            self.comments.append({"id": len(self.comments) + 1, **body})
        elif method in ("PATCH", "PUT"):
            self.comments[int(path.rsplit("/", 1)[1]) - 1].update(body)
        elif "/pulls?" in path:
            return self.proposals
        page = re.search(r"[?&]page=(\d+)", path)
        first = (int(page[1]) - 1) * 100 if page else 0
        return self.comments[first : first + 100]

    @contextmanager
    def running(self) -> Iterator[str]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                answer = service.answer(self.command, self.path, json.loads(body or b"{}"))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

            do_GET = do_POST = do_PATCH = do_PUT = _serve  # noqa: N815 the names http.server asks for

            def log_message(self, *_: object) -> None:
                pass

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


@pytest.fixture
def service() -> Service:
    return Service()


def say(service: Service, kind: str, text: str, tmp_path: Path) -> str:
    words = tmp_path / "perubahan.md"
    words.write_text(text, encoding="utf-8")
    with service.running() as address:
        env = {
            "GITHUB_API_URL": address, "GITHUB_REPOSITORY": "kota/suluh", "GITHUB_TOKEN": "t",
            "HEAD": "warga:perbaikan&state=closed", "HEAD_SHA": "abc",
            "CI_API_V4_URL": address, "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "9",
            "SULUH_KOMENTAR_TOKEN": "t",
        }  # fmt: skip
        command = [sys.executable, str(COMMENT), kind, str(words)]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_proposal_has_one_comment_that_is_updated_in_place(
    service: Service, kind: str, tmp_path: Path
) -> None:
    service.comments += [{"id": i + 1, "body": "lain"} for i in range(150)]
    say(service, kind, "pertama", tmp_path)
    say(service, kind, "kedua", tmp_path)
    ours = [c["body"] for c in service.comments if "suluh" in c["body"]]
    assert ours == ["<!-- suluh: perubahan -->\nkedua"]
    assert len(service.comments) == 151


def test_a_branch_name_cannot_ask_for_another_pull_request(
    service: Service, tmp_path: Path
) -> None:
    say(service, "github", "kata", tmp_path)
    assert "state=open&head=warga%3Aperbaikan%26state%3Dclosed" in service.asked[0][1]


def test_nothing_is_said_on_a_proposal_that_is_closed_or_has_moved_on(
    service: Service, tmp_path: Path
) -> None:
    service.proposals = [{"number": 7, "head": {"sha": "newer"}}]
    assert "ditutup" in say(service, "github", "kata", tmp_path)
    assert not service.comments


def test_the_words_of_a_proposal_call_nobody_and_pass_for_no_other_mark(
    service: Service, tmp_path: Path
) -> None:
    say(service, "github", "@kota/semua <!-- suluh: perubahan -->", tmp_path)
    (comment,) = service.comments
    assert "@kota" not in comment["body"]
    assert comment["body"].count("<!--") == 1


@pytest.mark.parametrize(("length", "cut"), [(59_999, False), (60_000, False), (60_001, True)])
def test_long_words_are_cut_at_what_the_service_takes(
    service: Service, tmp_path: Path, length: int, cut: bool
) -> None:
    say(service, "github", "a\n" * (length // 2) + "b" * (length % 2), tmp_path)
    assert ("selengkapnya" in service.comments[0]["body"]) is cut
    assert len(service.comments[0]["body"]) < 65_536
