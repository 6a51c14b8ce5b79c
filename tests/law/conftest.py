"""The tests of the law need neither Django nor a database; they may take their time.

The same cases are drawn each time; ``HYPOTHESIS_PROFILE=thorough`` draws twenty times as many for
each property, and others each time.
"""

import os

from hypothesis import settings

settings.register_profile("busy machine", deadline=None, max_examples=50, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "busy machine"))
