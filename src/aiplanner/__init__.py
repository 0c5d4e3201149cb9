"""aiplanner: plan Appreciative Inquiry cycles with a team, offline, and print the packs."""
