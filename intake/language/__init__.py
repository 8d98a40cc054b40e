"""WORDS. Pure text in Korean, English, Chinese and Russian: nothing here knows of keys, tables or the web."""
