"""Photos, recordings and documents that belong to a report: checked, sealed, served only to those who may see the report."""
