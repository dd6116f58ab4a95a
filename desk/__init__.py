"""The one-stop consultation desk of a ward: the application around the Rasa assistant."""
