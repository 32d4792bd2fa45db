"""Planning a renewal: why now, what is known, and the agenda that is proposed for it."""
