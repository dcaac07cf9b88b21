"""What different sources say of the same fact."""
