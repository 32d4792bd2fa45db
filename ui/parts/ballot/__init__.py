"""Ballots in the window: the laptop that goes from hand to hand, paper in bulk, and the round."""
