"""Which projects fit together within the money, how firm that is, and what each binding costs."""
