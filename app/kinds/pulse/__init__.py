"""Pulse: statements answered from 1 to 5, in private; the middle, the spread, and what moved."""
