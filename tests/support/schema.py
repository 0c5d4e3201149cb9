"""Write the published JSON Schema anew: `python -m tests.support.schema`."""

from __future__ import annotations

import json

from aiplanner.app.interchange import json_schema
from tests.support.sources import ROOT

PUBLISHED = ROOT / "docs" / "programme.schema.json"


def schema_text() -> str:
    """The schema in force, as it is published."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(schema_text(), encoding="utf-8")
