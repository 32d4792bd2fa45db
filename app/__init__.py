"""What Hearth knows and remembers. No Qt, no pages, no sentences: codes and facts."""
