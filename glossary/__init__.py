"""Padan's study: term lists, and where their terms are used. Knows nothing of translators."""
