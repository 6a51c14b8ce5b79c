"""Screens for auditors: the trail, questions about it, disclosures and evidence."""
