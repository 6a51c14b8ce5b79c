"""What supervision decides by rule: instruments, caps, suggestions; pure, dated and cited.

The pages and the commands ask these functions; they know no database and no page.
"""
