"""Questions as portable SQL, one module each. Only counts and names of dimensions come back."""
