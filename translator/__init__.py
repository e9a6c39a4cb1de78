"""Padan: Indonesian documents into English, with the user's glossary obeyed and an aligned bilingual text."""
