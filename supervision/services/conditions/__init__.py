"""Conditions of a person: imposed, amended, put to rest, ended, told to the person, drawn."""
