"""Journey: moments on a line of time, their energy as height."""
