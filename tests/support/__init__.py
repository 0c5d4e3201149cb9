"""What several test modules share: builders, readers, watchers."""
