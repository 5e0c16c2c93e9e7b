"""The live preview: pages of a workspace as it is being written, on this machine alone."""
