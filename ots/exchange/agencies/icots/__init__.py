"""Cases and activities as the compact's national system exports them."""
