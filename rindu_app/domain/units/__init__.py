"""Service units: where somebody can go."""
