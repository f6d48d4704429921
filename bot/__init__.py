"""Everything that talks, waits or remembers around the coach."""
