"""How results look: wording, text tables, JSON documents, charts."""
