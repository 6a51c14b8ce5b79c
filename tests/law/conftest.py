"""The law's tests need neither Django nor a database; on a busy machine they may take their time."""

from hypothesis import settings

settings.register_profile("busy machine", deadline=None)
settings.load_profile("busy machine")
