"""The same pages in English. Links are written with the Swedish address, and lead to the page in English."""
