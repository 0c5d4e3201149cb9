"""The verbs of the plan: pure functions from a programme to a programme."""
