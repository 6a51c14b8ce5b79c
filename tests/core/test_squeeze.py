"""What is squeezed is sent without indentation; its words stay apart."""

from django.template import engines


def test_breaks_and_indentation_become_one_break() -> None:
    written = "{% squeeze %}<p>\n    {{ word }}\n\n  </p>  <b>a b</b>{% endsqueeze %}"
    shown = engines["django"].from_string(written).render({"word": "x & y"})
    assert shown == "<p>\nx &amp; y\n</p>  <b>a b</b>"
