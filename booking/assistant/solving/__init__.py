"""The parts of the solver, each with one subject. `booking.assistant.solver` is the door to them."""
