"""The way back: from a bilingual file that a person edited to the translated document."""
