"""No Qt here."""
