"""Assessment in four domains, danger, and the safety plan."""
