"""Enforcement: every required term in its place, and how it got there. `cascade` is its door."""
