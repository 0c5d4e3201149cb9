"""The documents, one module each: `drafts(setting, blocks)` writes what is printed."""
