"""Per kind: the facilitator's canvas, and the picture the wall shows."""
