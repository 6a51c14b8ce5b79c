"""Training of users: recorded, reported before it lapses, asked for at the guard of pages."""
