"""The table in which a session's running order is written."""
