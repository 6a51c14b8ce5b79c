"""The accounts as administrators look after them: state, release, closing, yearly review."""
