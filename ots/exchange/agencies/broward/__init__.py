"""Records of Broward County, Florida, as published for research, names and numbers replaced."""
