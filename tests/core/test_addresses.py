"""Whose address it is: what our own proxies saw, never what the sender wrote."""

import pytest

from ots.core.addresses import client_address


@pytest.mark.parametrize(
    ("proxies", "told", "expected"),
    [
        (0, "6.6.6.6", "10.0.0.1"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.9", "1.2.3.4"),
        (1, "", "10.0.0.1"),
        (2, "1.2.3.4", "10.0.0.1"),
        (1, " , ,1.2.3.4", "1.2.3.4"),
    ],
)
def test_the_address_is_the_one_our_outermost_proxy_saw(proxies, told, expected, rf, settings):
    settings.TRUSTED_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": told})
    assert client_address(request) == expected
