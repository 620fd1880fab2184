"""The keys that open one person's words: how they are wrapped, and wrapped anew."""
