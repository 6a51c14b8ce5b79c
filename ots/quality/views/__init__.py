"""Pages of data-quality audits."""
