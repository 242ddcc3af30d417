"""One module for each command: it parses, calls one service and shows the result."""
