"""The page on which a clerk, alone, turns a file that an office sent into published figures."""
