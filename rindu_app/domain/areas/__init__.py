"""Areas: codes, names, paths and search."""
