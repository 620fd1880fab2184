"""The plan of a case: goals, actions, agreement, progress."""
