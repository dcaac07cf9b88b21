"""The money of an area as figures: price levels, cost histories, what comes in and what goes out."""
