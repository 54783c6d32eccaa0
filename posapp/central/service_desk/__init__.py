"""The service desk: a member's file, what happened to her, and what a person does about it."""
