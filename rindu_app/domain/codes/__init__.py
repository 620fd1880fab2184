"""Lists that an administrator may change: code lists and hotlines."""
