"""The console of the staff: log in, work through the queue, answer people. Works without JavaScript."""
