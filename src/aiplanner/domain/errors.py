"""Say why the plan refuses something, as a code and facts; wording is the app's."""

from __future__ import annotations


class PlanError(Exception):
    """The plan refuses: `code` is kebab-case, `facts` fill the sentence of that code."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
