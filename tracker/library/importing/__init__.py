"""Reads food tables from files, streaming: the size of a download never matters to memory."""
