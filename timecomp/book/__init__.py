"""What a version of the law book said: its values and texts, kept, put back and compared.

Pure: no Django, no database, no clock. It stands apart from the law, so that writing about the book
never makes another version of it.
"""
