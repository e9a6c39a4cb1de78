"""Repairs: each changes a draft so that it keeps what its source requires."""
