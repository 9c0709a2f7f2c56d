"""The page where anybody may say something."""

FEEDBACK = ("feedback", "Tell us what you think", "Say what is good and what can be better. You can be anonymous.")
SUBJECTS = ("The portal", "The guides", "Shifts and bookings", "Something else")
"""In the order of the Swedish ones."""

NEXT_STEPS = (
    "The staffing unit reads what you wrote within five days. You get an answer if you have said how to reach you."
)
