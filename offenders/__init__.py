"""The person and the legal record: identity, charges, court orders, sentences, custody."""
