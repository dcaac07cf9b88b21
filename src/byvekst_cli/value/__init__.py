"""What projects are worth for the goals, on declared anchors and by weights that are shown."""
