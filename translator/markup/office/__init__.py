"""Office documents (OOXML): paragraphs of runs become segments with marks, and translations become runs again."""
