"""One module for each neighbour: what its users hold, to ours and back. None is imported before it is asked for."""
