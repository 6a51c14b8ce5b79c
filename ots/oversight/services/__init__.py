"""What auditors do: review a question, take evidence."""
