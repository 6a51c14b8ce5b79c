"""What a person on supervision may be eligible for: one module an opportunity."""
