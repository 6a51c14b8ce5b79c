"""Reviews of questions about the trail."""
