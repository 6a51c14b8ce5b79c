"""Made-up cases of the interstate compact: a year of them, each walked through the rules."""
