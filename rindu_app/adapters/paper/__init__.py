"""Setting a paper as PDF, and locking it with a password (ADR 66)."""
