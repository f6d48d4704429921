"""Fixtures for everybody: the databases. Each is migrated, empty, and real."""

pytest_plugins = ("tests.databases",)
