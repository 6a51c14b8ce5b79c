"""What any dated body of law needs: dates, cited parameters, rules with versions, and a trace.

Pure: nothing here knows a web framework, a database or a clock.
"""
