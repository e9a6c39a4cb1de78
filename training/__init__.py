"""The recipe that made the starter model; never imported by the packages. See README.md."""
