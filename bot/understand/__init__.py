"""Words in, values out: free text becomes a check-in, a sign, a date, a place or a question."""
