"""Stories on the first floor: what one help led to."""
