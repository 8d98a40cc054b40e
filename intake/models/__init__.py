"""NOUNS. Columns in clear, the sealed content beside them, and rules that need nothing else."""
