"""Paper: what leaves the house as a document, and the last look at it before it goes. Pure; no clock, no network."""
