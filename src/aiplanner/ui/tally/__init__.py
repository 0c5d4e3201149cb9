"""The window in which returned paper sheets are typed in at speed."""
