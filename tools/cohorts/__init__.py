"""Slow proofs of what is said of cohorts: equal answers, bounded memory, and nothing lost when a worker is killed."""
