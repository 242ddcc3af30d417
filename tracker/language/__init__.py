"""What people type, as text and calendar: names, quantities, measures, days. Knows no B12."""
