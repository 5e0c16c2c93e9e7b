"""The report as Markdown: for a wiki, a README, a merge request."""
