"""The worker answers in lines of JSON, whatever it is asked, and stays alive."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from aiplanner.app.interchange import to_json
from aiplanner.app.printing import PackOptions, options_plain, report_from_plain
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.packs import worker
from tests.support.packs import MADE
from tests.support.rich_programme import blank_programme, rich_programme


def _request(number: int, programme: Programme, out: Path, *keys: str) -> dict[str, Any]:
    return {
        "id": number,
        "programme": json.loads(to_json(programme)),
        "options": options_plain(PackOptions(keys, MADE)),
        "out": str(out),
    }


def _answers(*lines: str) -> list[dict[str, Any]]:
    answers = StringIO()
    assert worker.serve(StringIO("\n".join(lines) + "\n"), answers) == 0
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_a_request_is_answered_with_steps_and_a_report(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    ready, *steps, done = _answers(
        json.dumps(_request(7, rich_programme(), out, "cover", "agenda"))
    )

    assert ready == {"ready": True}
    assert [step["step"] for step in steps] == [
        [0, 2, "Cover"],
        [1, 2, "One-page agenda"],
        [2, 2, ""],
    ]
    assert {answer["id"] for answer in [*steps, done]} == {7}
    assert report_from_plain(done["done"]).pages == 4
    assert out.read_bytes().startswith(b"%PDF-1.7")


def test_refusals_and_faults_are_told_and_the_next_request_is_served(tmp_path: Path) -> None:
    wrong = _request(1, blank_programme(), tmp_path / "a.pdf", "poster")
    unwritable = _request(2, blank_programme(), tmp_path / "x" / "a.pdf", "cover")
    (tmp_path / "x").write_text("")
    good = _request(4, blank_programme(), tmp_path / "b.pdf", "cover")
    lines = [json.dumps(wrong), json.dumps(unwritable), "no json", "", json.dumps(good)]
    answers = [answer for answer in _answers(*lines) if "step" not in answer]

    assert answers[1] == {
        "id": 1,
        "failed": {"code": "document-unknown", "facts": {"document": "poster"}},
    }
    assert answers[2]["failed"]["code"] == "file-unwritable"
    assert answers[3]["failed"]["code"] == worker.BUG
    assert "Traceback" in answers[3]["failed"]["facts"]["trace"]
    assert answers[4]["id"] == 4
    assert "done" in answers[4]


def test_what_was_dropped_is_left_off_and_the_next_is_served(tmp_path: Path) -> None:
    asked = [
        _request(number, rich_programme(), tmp_path / f"{number}.pdf", "cover") for number in (1, 2)
    ]
    answers = _answers(json.dumps({"drop": 1}), *map(json.dumps, asked))

    assert [answer for answer in answers if answer.get("id") == 1] == [{"id": 1, "dropped": True}]
    assert report_from_plain(answers[-1]["done"]).pages == 1
    assert [file.name for file in tmp_path.iterdir()] == ["2.pdf"]


def test_it_runs_as_a_process_of_the_same_program(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    asked = json.dumps(_request(1, blank_programme(), out, "check-out")) + "\n"
    done = subprocess.run(
        [sys.executable, "-m", "aiplanner", "--worker"],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert json.loads(done.stdout.splitlines()[-1])["done"]["pages"] == 1
    assert out.exists()


def test_another_job_is_served_by_its_name_and_an_unknown_one_is_a_fault_of_ours() -> None:
    def count(request: Mapping[str, Any], step: worker.Step) -> dict[str, object]:
        step(0, 1, "Counting")
        return {"letters": len(request["word"])}

    def refuse(_request: Mapping[str, Any], _step: worker.Step) -> dict[str, object]:
        raise PlanError("returned-blank")

    answers = StringIO()
    asked = [
        {"id": 1, "do": "count", "word": "seven"},
        {"id": 2, "do": "refuse"},
        {"id": 3, "do": "dance"},
    ]
    lines = "".join(json.dumps(one) + "\n" for one in asked)
    assert worker.serve(StringIO(lines), answers, {"count": count, "refuse": refuse}) == 0
    told = [json.loads(line) for line in answers.getvalue().splitlines()][1:]

    assert told[:3] == [
        {"id": 1, "step": [0, 1, "Counting"]},
        {"id": 1, "done": {"letters": 5}},
        {"id": 2, "failed": {"code": "returned-blank", "facts": {}}},
    ]
    assert (told[3]["id"], told[3]["failed"]["code"]) == (3, worker.BUG)


def test_the_program_itself_reads_returned_forms(tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("Dear all")
    command = [sys.executable, "-P", "-m", "aiplanner", "--worker"]
    asked = json.dumps({"id": 1, "do": "read", "path": str(letter)})
    ran = subprocess.run(command, input=asked + "\n", capture_output=True, text=True, check=True)
    ready, refused = map(json.loads, ran.stdout.splitlines())

    assert ready == {"ready": True}
    assert refused["failed"]["code"] == "returned-not-pdf"
