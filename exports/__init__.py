"""What leaves the house: rows become a neutral page, a page becomes bytes. No Qt."""
