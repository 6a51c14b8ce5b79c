"""Community supervision: periods, agents, caseloads."""
