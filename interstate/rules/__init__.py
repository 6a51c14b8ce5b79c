"""The interstate compact's rules: pure, dated, cited; knows no database and no page.

`machine.replay` follows a case through its events, `eligibility.decide` says who may transfer.
The pages, the commands and the exchange call the same functions.
"""
