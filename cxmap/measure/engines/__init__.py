"""The engines, one module each, named by the scheme of their address."""
