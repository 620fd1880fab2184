"""What a partner's screens hold."""
