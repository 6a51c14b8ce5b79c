"""The interstate compact: transfers, replies, notices."""
