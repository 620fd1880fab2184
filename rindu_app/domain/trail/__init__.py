"""The audit trail as an administrator reads it. It names accounts, acts and numbers, never a story."""
