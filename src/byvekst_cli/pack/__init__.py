"""What documents get: gathered from the rooms below, and still without words."""
