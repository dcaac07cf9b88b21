"""One file a command: its options, and the call from them to a report."""
