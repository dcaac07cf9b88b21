"""Goals and indicators as figures: pure functions that know no files, clock or words."""
