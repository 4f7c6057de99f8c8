"""How fast the pages and the queries are on this computer: `make bench`."""
