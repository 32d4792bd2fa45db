"""Per kind of exercise: what is captured, and what it adds up to."""
