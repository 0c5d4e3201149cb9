"""One module for each question that is asked in a window of its own."""
