"""What Rasa may ask the desk to do. One module a topic; actions translate and decide nothing."""
