"""The nightly computation: how it is divided, and who is told how it went."""

from ots.settings import env

# So many people are in memory at once, facts and results together.
NIGHTLY_PEOPLE_IN_A_STRETCH = env.number("NIGHTLY_PEOPLE_IN_A_STRETCH", 2_500)
# Who is sent the summary; if nobody is named, whoever may start computations.
NIGHTLY_SUMMARY_TO = env.words("NIGHTLY_SUMMARY_TO")
