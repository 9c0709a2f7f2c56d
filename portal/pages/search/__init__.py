"""Finding what the portal holds: pages, answers, contacts, workplaces and one's own shifts. See docs/adr/0035."""
