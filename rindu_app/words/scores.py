"""What the scores of an assessment mean."""

SCORE_WORDS = {1: "Kritis", 2: "Bermasalah", 3: "Cukup", 4: "Baik"}
