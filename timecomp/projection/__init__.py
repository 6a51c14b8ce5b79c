"""The prison and parole population by month, from computed dates and stated rates.

Pure: no Django, no database, no clock. It is no law, so that no date hangs on it.
"""
