"""The whole house in one encrypted file, and back again. The key file is never in it."""
