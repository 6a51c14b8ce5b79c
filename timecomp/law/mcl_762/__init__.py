"""Chapter 762 of the Michigan Compiled Laws: youthful trainees."""
