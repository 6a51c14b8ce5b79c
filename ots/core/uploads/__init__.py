"""The one place where files come in: size, kind by content, malware, nothing hidden."""
