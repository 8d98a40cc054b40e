"""Intake: takes testimony, seals it, redacts it, releases it and answers questions about it."""
