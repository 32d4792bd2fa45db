"""The cockpit: the facilitator's window while twenty people are in the room."""
