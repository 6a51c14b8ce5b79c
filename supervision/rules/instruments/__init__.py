"""Risk and needs instruments with public scoring; each module states one, as tables.

Proprietary instruments have no items here: their results alone are stored.
"""
