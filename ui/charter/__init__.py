"""A community's charter: drafted where it is read, with what people said beside it."""
