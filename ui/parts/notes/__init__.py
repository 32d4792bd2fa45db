"""Notes on a desk: zones of sticky notes that are captured, edited, moved, gathered and counted."""
