"""The examples of the how-to are answered, so that nobody copies one that does not work."""

import io
import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "ask-the-rules.md"
EXAMPLES = re.findall(r"```json\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
COMMANDS = (("interstate", "replay"), ("supervision", "suggest"))


@pytest.mark.parametrize(
    ("command", "example"), list(zip(COMMANDS, EXAMPLES, strict=True)), ids=["compact", "person"]
)
def test_an_example_is_answered(command: tuple[str, str], example: str, tmp_path: Path) -> None:
    path = tmp_path / "example.json"
    path.write_text(example, encoding="utf-8")
    out = io.StringIO()
    call_command(*command, str(path), stdout=out)
    [answer] = json.loads(out.getvalue())
    assert answer["id"] == json.loads(example)["id"]
    assert answer["obligations"]
