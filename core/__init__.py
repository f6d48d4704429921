"""The coach itself: pure rules and data, standard library only."""
