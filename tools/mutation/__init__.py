"""Mutation testing of the law: change one thing, and a test must fail."""
