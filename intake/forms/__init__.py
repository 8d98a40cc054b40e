"""Raw input becomes content here and nowhere else."""
