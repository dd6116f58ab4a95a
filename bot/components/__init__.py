"""Graph components of the NLU pipeline, one a file; the pure work is done in bot.entities and its neighbours."""
