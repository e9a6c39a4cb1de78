"""Inline markup that formats share: runs of marked-up text, and the projection of marks onto the translation."""
