"""The translation memory: what was translated once is found again, and what people reviewed counts most."""
