"""Proposals of new entries, out of text that is translated already."""
