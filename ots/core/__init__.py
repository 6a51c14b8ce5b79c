"""What has no domain: display filters, components, pagination, error pages."""
