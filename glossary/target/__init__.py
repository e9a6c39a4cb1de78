"""The English side: the forms of a translation, and where it stands in a text."""
