"""A language server: what editors show and complete while maps are being written."""
