"""Days on which acts took effect that sections of several chapters hang on."""

from datetime import date

# 2002 PA 665, 666 and 670: drug sentences, lifetime probation and parole of drug offenders.
DRUG_REFORM = date(2003, 3, 1)
