"""Properties of the core are about values; how long an example takes is no part of them."""

from hypothesis import settings

settings.register_profile("core", deadline=None)
settings.load_profile("core")
