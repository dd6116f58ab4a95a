"""Finding the entry that answers a question: several weak views of the texts, added up."""
