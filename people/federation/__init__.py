"""Coming in by what another says of one: an identity provider by OpenID Connect or SAML. Nobody signs up this way."""
