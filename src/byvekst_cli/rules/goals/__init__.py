"""Goals without measures, indicators that cannot be trusted, and evaluations without an answer."""
