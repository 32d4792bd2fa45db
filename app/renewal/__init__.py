"""What is gathered for a renewal: what came of the last workshop until today."""
