"""What tests of the app share: a small programme, open."""

from __future__ import annotations

import pytest

from aiplanner.app.document import OpenDocument
from aiplanner.domain.programme import Programme
from tests.support.plans import item, plan, session


@pytest.fixture
def base() -> Programme:
    return plan(session("10:00", item("Welcome", "10"), item("Stories", "40")))


@pytest.fixture
def document(base: Programme) -> OpenDocument:
    return OpenDocument(base, 1)
