"""The site attacked by script: every page, form, field and file that the code has."""
