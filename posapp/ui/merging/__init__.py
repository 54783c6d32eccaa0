"""The service centre's page of two files of one person."""
