"""Small parts that several pages and dialogs are set from."""
