"""The timeline: a session as a picture in proportion, on which its items can be moved."""
