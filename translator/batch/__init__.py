"""Many documents: from sources to jobs, the runner that does them, and the report of what came of it."""
