"""Ways to tell staff something outside of the console."""
