"""All sessions of a programme, as a list and as months."""
