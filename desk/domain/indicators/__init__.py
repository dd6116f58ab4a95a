"""Indicators of the desk: what is counted, of whom, against which target, as pure functions over the record."""
