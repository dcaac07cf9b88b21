"""Rules on what a choice of programme rests on, and on choices that were frozen."""
