"""Reference data: shipped with the product, loaded once per version, never overwriting an administrator."""
