"""The guides on easy Swedish: short words, one thought in each sentence, and a line for each sentence."""
