"""The annual wheel: steps in the order that they need, and what each turn leaves behind."""
