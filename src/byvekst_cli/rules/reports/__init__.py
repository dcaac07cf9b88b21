"""Status reports: whole, said in words, and in step with sheets, budgets and each other."""
