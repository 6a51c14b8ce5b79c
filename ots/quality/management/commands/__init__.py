"""Commands of data-quality audits."""
