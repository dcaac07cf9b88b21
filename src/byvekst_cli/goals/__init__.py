"""Where a goal stands, as statistics: indices, intervals, surveys, verdicts, and what is still required."""
