"""The Indonesian side: the forms under which a term is found in a text."""
