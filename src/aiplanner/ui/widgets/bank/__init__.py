"""The pane of the activity bank: search, filters, the list, and the chosen activity."""
