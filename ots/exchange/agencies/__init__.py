"""One folder an agency, all alike: schema, mapping, intake, reconcile."""
