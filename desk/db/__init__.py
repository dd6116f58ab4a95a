"""Tables, queries and migrations. Only services open sessions; nothing above them imports this package's internals."""
