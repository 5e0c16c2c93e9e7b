"""What differs between two maps or two workspaces, and then what that means for customers."""
