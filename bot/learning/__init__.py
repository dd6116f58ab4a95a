"""Learning without Rasa: features of a text, linear models, a sequence tagger, and how they are stored."""
