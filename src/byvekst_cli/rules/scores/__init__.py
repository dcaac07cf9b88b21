"""Values that are not what they seem: scales, weights and scores that cannot carry a comparison."""
