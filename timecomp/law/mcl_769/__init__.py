"""Chapter 769 of the Michigan Compiled Laws: judgment and sentence."""
