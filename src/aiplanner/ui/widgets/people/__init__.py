"""The table of people and the cards of their groups."""
