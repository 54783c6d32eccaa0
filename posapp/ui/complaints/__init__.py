"""The service centre's page of complaints."""
