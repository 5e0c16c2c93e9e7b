"""The pages of the rules that reading goes by, one module each."""
