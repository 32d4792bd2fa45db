"""A community: its page, its people, and the small windows that ask."""
