"""Counselling: sessions of one person and meetings of groups, from the plan to the note."""
