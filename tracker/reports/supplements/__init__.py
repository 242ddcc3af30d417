"""How supplements, schedules and due doses look."""
