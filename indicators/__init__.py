"""Targets of a provincial programme: read from files, judged by stated rules, shown by sector and by district."""
