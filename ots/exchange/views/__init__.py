"""Pages of the exchange, and the address at which other states' systems hand messages over."""
