"""What was eaten and taken, beside targets and schedules."""
