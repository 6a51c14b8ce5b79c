"""The tests of the law need neither Django nor a database; they may take their time.

``HYPOTHESIS_PROFILE=thorough`` draws twenty times as many cases for each property.
"""

import os

from hypothesis import settings

settings.register_profile("busy machine", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "busy machine"))
