"""Nothing in the shipped content breaks a rule; what is wrong is told by file and line."""

from __future__ import annotations

from aiplanner.app.content import content_files
from aiplanner.app.content_checks import shipped_breaches
from aiplanner.packs.catalogue import documents


def test_the_shipped_content_keeps_every_rule() -> None:
    breaches = shipped_breaches({info.id for info in documents()})
    assert ["{file}:{line}: {what}".format(**breach.facts) for breach in breaches] == []


def test_every_file_is_looked_at() -> None:
    looked_at = {file.parent.name for file in content_files()}
    assert looked_at == {"content", "activities", "handouts", "starters", "example"}
