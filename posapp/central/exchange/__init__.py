"""Members in and out as files: CSV and XLSX, read by the row, checked, and written in batches."""
