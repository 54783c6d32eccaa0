"""The service desk's page: a member's file, what happened to her, and what is done about her."""
