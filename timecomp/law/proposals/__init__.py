"""Laws that somebody proposed: what-ifs computed beside the book of law and never part of it."""
