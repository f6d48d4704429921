"""One microcycle: which day carries what, and how easy running is shared out over it."""
