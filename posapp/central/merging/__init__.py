"""Two files of one person: found, shown side by side, merged by postings, and taken back."""
