"""What waits for one member of staff, by time."""
