"""The version, on its own so that `cxmap --version` reads nothing else."""

__version__ = "0.1.0"
