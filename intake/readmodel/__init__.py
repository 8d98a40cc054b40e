"""What coordinators search: a sealed file of postings, thrown away and rebuilt at will, and the algebra over it."""
