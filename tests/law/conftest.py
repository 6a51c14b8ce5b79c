"""The tests of the law need neither Django nor a database; they may take their time."""

from hypothesis import settings

settings.register_profile("busy machine", deadline=None)
settings.load_profile("busy machine")
