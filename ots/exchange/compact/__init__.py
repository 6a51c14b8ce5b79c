"""The compact's messages between this system and those of other states."""
