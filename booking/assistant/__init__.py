"""The booking assistant: looks at all open shifts and everybody's time at once, and acts as a planner would."""
