"""Single values that say nothing, or contradict their own bounds."""
