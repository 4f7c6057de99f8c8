"""The offline file."""
