"""The room view: a session on the day it is held, in a window of its own that a room can read."""
