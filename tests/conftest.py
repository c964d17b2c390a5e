"""For every test: a time zone nobody's data is in, and the same examples on every CI run."""

import os
import time

os.environ["TZ"] = "America/Los_Angeles"  # before anything reads the clock: code that leans on the machine's zone shall show it
time.tzset()

from hypothesis import settings  # noqa: E402

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "local")
