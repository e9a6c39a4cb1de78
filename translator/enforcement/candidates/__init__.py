"""Candidates: translations among which enforcement chooses."""
