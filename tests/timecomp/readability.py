"""How hard words are to read: a small measure of our own, by length of sentences and words."""

import re

VOWELS = re.compile(r"[aeiouy]+")
SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]")


def english_grade(text: str) -> float:
    """Return the Flesch-Kincaid grade: the school year that reads the text with ease."""
    words, sentences = _words(text), _sentences(text)
    syllables = sum(_english_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def spanish_ease(text: str) -> float:
    """Return the Fernández Huerta ease of reading: 70 and more is the sixth school year's."""
    words, sentences = _words(text), _sentences(text)
    syllables = sum(_spanish_syllables(word) for word in words)
    return 206.84 - 60 * syllables / len(words) - 1.02 * len(words) / sentences


def _words(text: str) -> list[str]:
    return re.findall(r"[a-záéíóúüñ]+", text.lower())


def _sentences(text: str) -> int:
    return max(1, len(re.findall(r"[.!?:]+", text)))


def _english_syllables(word: str) -> int:
    found = len(VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith("le") and found > 1
    return max(1, found - silent)


def _spanish_syllables(word: str) -> int:
    """Vowels, a weak one beside another counted with it."""
    joined = re.sub(r"([iuü][aeoáéó]|[aeoáéó][iuü]|[iu][iu])", "a", word)
    return max(1, len(SPANISH_VOWELS.findall(joined)))
