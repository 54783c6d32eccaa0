"""One module for each thing that a person does at the till; plain classes without Qt."""
