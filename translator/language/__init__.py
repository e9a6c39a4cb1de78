"""What is known of Indonesian and English, apart from any model."""
