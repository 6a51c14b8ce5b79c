"""A made-up population of people in prison, on parole and on probation, the same for one seed."""
