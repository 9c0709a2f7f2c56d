"""Large databases that the benchmarks measure on: built once by PostgreSQL itself, and kept."""
