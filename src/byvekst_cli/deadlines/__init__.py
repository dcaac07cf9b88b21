"""Days counted before and after meetings: pure functions, with no files, clock or words."""
