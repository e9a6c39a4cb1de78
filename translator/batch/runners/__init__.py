"""Runners: what does the jobs of a batch."""
