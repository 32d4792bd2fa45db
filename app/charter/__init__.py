"""The charter: clauses drafted, versions frozen, agreement recorded."""
