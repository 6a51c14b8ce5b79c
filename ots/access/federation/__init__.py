"""Signing in with the agency's own provider (OpenID Connect, authorization code with PKCE)."""
