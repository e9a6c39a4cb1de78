"""Inline markup that formats share: runs of marked-up text, and marks carried to the translation."""
