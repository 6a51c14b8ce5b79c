"""Which other states exchange messages of the compact with this system, and where.

``COMPACT_PEERS`` names a place for each by its postal code, as
``OH=/srv/compact/OH,KY=https://compact.ky.example/messages,IN=hand``: a folder with ``out`` and
``in``, an address that takes a message by POST, or ``hand`` for files that somebody carries.
``COMPACT_TOKENS`` names, likewise, the file that holds the token for an address.
"""

from ots.settings import env

COMPACT_PEERS = env.named("COMPACT_PEERS")
COMPACT_TOKENS = env.named("COMPACT_TOKENS")
