"""What shows, captures and edits findings on the pages of the phases."""
