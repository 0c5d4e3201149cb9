"""The window in which returned PDF forms are read, looked at, and taken into the programme."""
