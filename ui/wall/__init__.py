"""The room's screen: one question, the clock, the notes as they come, for the back row."""
