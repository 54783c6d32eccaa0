"""What a manager reads at the till: the day, shift reports, approvals."""
