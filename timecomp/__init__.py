"""The law of time: rules, stored computations, worksheets."""
