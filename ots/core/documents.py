"""Documents to print: a template of the repository and data, made into a tagged PDF.

The data never becomes part of the template's text: it reaches the template as JSON, so whatever
anybody typed is printed as text. A template stands in ``templates/documents`` and reads the data by
``#import "frame.typ": data``; every document satisfies PDF/UA-1, so it can be read aloud.
"""

import json
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from django.conf import settings

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class DocumentError(Exception):
    """A document that could not be made; names the template and what the typesetter said."""


def make_pdf(
    template: str,
    data: Mapping[str, object],
    *,
    made_at: datetime,
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the document as PDF; the same data at the same moment give the same bytes.

    ``files`` lie beside the template under the names that it reads of the data; a name never
    comes from what somebody typed.
    """
    if not files:
        return _compiled(template, data, made_at, _templates())
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for each in _templates().glob("*.typ"):
            shutil.copy(each, root)
        for name, content in files.items():
            (root / Path(name).name).write_bytes(content)
        return _compiled(template, data, made_at, root)


def _compiled(template: str, data: Mapping[str, object], made_at: datetime, root: Path) -> bytes:
    try:
        made = typst.compile(
            str(root / f"{template}.typ"),
            root=str(root),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"data": _as_text(data)},
            pdf_standards="ua-1",
            timestamp=int(made_at.timestamp()),
        )
    except typst.TypstError as error:
        raise DocumentError(f"[{template}] could not be printed: {error}") from error
    return made


def _templates() -> Path:
    return Path(settings.ROOT) / "templates" / "documents"


def _as_text(data: Mapping[str, object]) -> str:
    """The data as JSON without what no font and no typesetter knows."""
    text = json.dumps(data, ensure_ascii=False)
    return text.encode("utf-8", errors="replace").decode("utf-8").replace("\\u0000", REPLACEMENT)
