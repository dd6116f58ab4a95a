"""Stand-ins that behave like the real thing, for tests that must not depend on it."""
