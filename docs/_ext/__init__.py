"""Pages made from the library itself: what it knows is written down once."""
