"""For every test: a time zone nobody's data is in, and the same examples on every CI run."""

import os
import time

os.environ["TZ"] = "America/Los_Angeles"  # before anything reads the clock: code that leans on the machine's zone shall show it
time.tzset()

from hypothesis import HealthCheck, settings  # noqa: E402

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # how long examples take says how busy the machine is
settings.register_profile("local", UNTIMED)
settings.register_profile("ci", UNTIMED, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "local")
