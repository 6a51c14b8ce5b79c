"""What the pages of data-quality audits show."""
