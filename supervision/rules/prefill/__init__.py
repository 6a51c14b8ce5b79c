"""Answers that the record gives to the items of instruments, each with its sources and why."""
