"""Entries taken out of the trail as evidence, with the proof that they stood in it.

A bundle is a ZIP file: ``entries.jsonl`` holds each entry's text as it was sealed,
``entries.csv`` the same for reading, ``proofs.json`` the way from each entry to the root of its
seal, ``seals.json`` the seals, ``manifest.json`` the hash of each file, signed by this system.
"""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from django.db import connection

from ots.audit import canonical, chain
from ots.audit.models import AuditSeal
from ots.audit.secrets import is_signed, sign
from ots.audit.tree import Step, proof, root_by

MOST_ENTRIES: Final = 10_000
_PURPOSE = "evidence"
_FILES = ("entries.jsonl", "entries.csv", "proofs.json", "seals.json")


class EvidenceError(Exception):
    """A bundle cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle of evidence, and how many of its entries no seal covers yet."""

    content: bytes
    entries: int
    unsealed: int


def bundle(entries: Iterable[int], *, taken_by: str, asked: Mapping[str, object]) -> Bundle:
    """Return the entries with their proofs as a ZIP file."""
    texts = _texts(entries)
    seals = _seals_of(texts)
    proofs = {str(entry): told for entry, told in _proofs(texts, seals)}
    files = {
        "entries.jsonl": b"".join(text + b"\n" for text in texts.values()),
        "entries.csv": _as_csv(texts.values()),
        "proofs.json": _json(proofs),
        "seals.json": _json([_seal_told(seal) for seal in seals]),
    }
    manifest = _json(
        {
            "taken_by": taken_by,
            "taken_at": datetime.now(UTC).isoformat(),
            "asked": asked,
            "entries": len(texts),
            "columns": canonical.COLUMNS,
            "sha256": {
                name: hashlib.sha256(content).hexdigest() for name, content in files.items()
            },
        }
    )
    files["manifest.json"] = manifest
    files["manifest.signature"] = sign(manifest, purpose=_PURPOSE).encode()
    return Bundle(_zip(files), len(texts), len(texts) - len(proofs))


def check_bundle(path: Path) -> list[str]:
    """Return what is wrong with a bundle; nothing when it is as it was taken.

    Needs no entry of the database: the seals are compared with those that stand in it.
    """
    files = _unzipped(path)
    manifest = files["manifest.json"]
    if not is_signed(manifest, files["manifest.signature"].decode(), purpose=_PURPOSE):
        return ["The manifest was changed, or was not made by this system."]
    sums = json.loads(manifest)["sha256"]
    wrong = [
        f"The file {name} was changed."
        for name in _FILES
        if hashlib.sha256(files[name]).hexdigest() != sums[name]
    ]
    return wrong or [*_wrong_seals(files), *_wrong_entries(files)]


def _texts(entries: Iterable[int]) -> dict[int, bytes]:
    query = (
        f"SELECT id, convert_to({canonical.expression('entry')}, 'UTF8')"  # noqa: S608  own names
        " FROM audit_auditentry AS entry WHERE id = ANY(%s) ORDER BY id"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [list(entries)[:MOST_ENTRIES]])
        return {entry: bytes(text) for entry, text in cursor.fetchall()}


def _seals_of(texts: Mapping[int, bytes]) -> list[AuditSeal]:
    return list(AuditSeal.objects.filter(entry_ids__overlap=list(texts)).order_by("number"))


def _proofs(
    texts: Mapping[int, bytes], seals: list[AuditSeal]
) -> Iterator[tuple[int, dict[str, object]]]:
    for seal in seals:
        leaves = chain.leaves_of(seal)
        for index, entry in enumerate(seal.entry_ids):
            if entry in texts:
                steps = [[step.side, step.digest.hex()] for step in proof(leaves, index)]
                yield entry, {"seal": seal.number, "path": steps}


def _seal_told(seal: AuditSeal) -> dict[str, object]:
    return {
        "number": seal.number,
        "root": seal.root,
        "text": chain.head_text(seal),
        "digest": seal.digest,
        "signature": seal.signature,
    }


def _wrong_seals(files: Mapping[str, bytes]) -> Iterator[str]:
    standing = dict(AuditSeal.objects.values_list("number", "digest"))
    for seal in json.loads(files["seals.json"]):
        number, text = seal["number"], seal["text"]
        told = json.loads(text)
        if chain.head_digest(text) != seal["digest"] or (told[1], told[5]) != (
            number,
            seal["root"],
        ):
            yield f"Seal {number} of the bundle was changed."
        elif not chain.has_our_signature(seal["digest"], seal["signature"]):
            yield f"Seal {number} of the bundle was not signed by this system."
        elif standing.get(number) != seal["digest"]:
            yield f"Seal {number} is another in the trail than in the bundle."


def _wrong_entries(files: Mapping[str, bytes]) -> Iterator[str]:
    roots = {seal["number"]: seal["root"] for seal in json.loads(files["seals.json"])}
    proofs = json.loads(files["proofs.json"])
    for line in files["entries.jsonl"].splitlines():
        entry = json.loads(line)[0]
        told = proofs.get(str(entry))
        if told is None:
            yield f"Entry {entry} has no proof: it was not sealed yet when it was taken."
            continue
        steps = [Step(side, bytes.fromhex(digest)) for side, digest in told["path"]]
        if root_by(canonical.leaf(line), steps).hex() != roots.get(told["seal"]):
            yield f"Entry {entry} is not what seal {told['seal']} sealed."


def _as_csv(texts: Iterable[bytes]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(canonical.COLUMNS)
    for line in texts:
        writer.writerow([_cell(value) for value in json.loads(line)])
    return text.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value)
    # A spreadsheet runs what begins with these.
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _json(content: object) -> bytes:
    return json.dumps(content, indent=1, default=str).encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _unzipped(path: Path) -> dict[str, bytes]:
    wanted = (*_FILES, "manifest.json", "manifest.signature")
    try:
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in wanted}
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        raise EvidenceError(f"[{path}] is no bundle of evidence: {error}") from error
