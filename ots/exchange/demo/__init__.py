"""The demonstration: its people, accounts, caseloads and how they are loaded."""
