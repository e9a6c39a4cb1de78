"""Damaged files for every reader: what comes out must be a message of Padan's own, never a traceback."""
