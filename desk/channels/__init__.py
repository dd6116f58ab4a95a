"""Where people talk to the desk: verify, store, relay to Rasa, render, send."""
