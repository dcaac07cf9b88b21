"""What is sent, met and treated, against the dates that mandates set."""
