"""The logic model as a board: columns of entries that are written, moved and tied in place."""
