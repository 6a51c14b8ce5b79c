"""The office's reports: each defined once, as a list of rows or as a table of counts."""
