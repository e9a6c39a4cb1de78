"""The loop end to end, with the starter model: translate, edit, apply, and the edits come back in new files."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from translator import bilingual
from translator.bilingual import tsv
from translator.bitext import Origin
from translator.cli import main

EDITS = {
    "laut.txt": ("Kapal patroli itu kembali ke pangkalan.", "The patrol vessel is back at its base."),
    "darat.txt": ("Jembatan lama itu ditutup untuk truk.", "Lorries may no longer use the old bridge."),
    "udara.txt": ("Penerbangan pagi ditunda dua jam.", "The morning flight left two hours late."),
}
OTHER = "Hujan turun sejak pagi."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("arsip").mkdir()
    for name, (source, _) in EDITS.items():
        Path("arsip", name).write_text(f"{OTHER}\n{source}\n")


def translate(capfd: pytest.CaptureFixture[str], *args: str) -> dict[str, object]:
    command = ["translate", "arsip", "-b", "tsv,xliff,docx", "--model", "starter", "--json", *args]
    assert main(command) == 0, capfd.readouterr()
    summary: dict[str, object] = json.loads(capfd.readouterr().out)
    return summary


def contents(output: str) -> dict[str, bytes]:
    """What was written, without the overview, which names its folder."""
    paths = [path for path in Path(output).rglob("*.txt*") if path.is_file()]
    return {path.name: path.read_bytes() for path in paths}


def edit(name: str, format_: str, change: Callable[[bytes], bytes]) -> None:
    """Edit a bilingual file in the text of the translation; in a zip package, in its document."""
    path = bilingual.path_for(Path("english", name), format_)
    if format_ != "docx":
        path.write_bytes(change(path.read_bytes()))
        return
    with zipfile.ZipFile(path) as package:
        members = {info.filename: package.read(info) for info in package.infolist()}
    members["word/document.xml"] = change(members["word/document.xml"])
    with zipfile.ZipFile(path, "w") as package:
        for member, data in members.items():
            package.writestr(member, data)


def second_translation(name: str) -> bytes:
    return Path("english", name).read_bytes().splitlines()[1]


def test_what_is_edited_in_any_file_comes_back_in_the_same_words(capfd: pytest.CaptureFixture[str]) -> None:
    translate(capfd, "-o", "english")
    for name, format_ in zip(EDITS, ("tsv", "xliff", "docx"), strict=True):
        old, new = second_translation(name), EDITS[name][1].encode()
        edit(name, format_, lambda data, old=old, new=new: data.replace(old, new))  # type: ignore[misc]
    assert main(["apply", "english", "arsip", "-b", "tsv,xliff,docx"]) == 0, capfd.readouterr()
    for name, (_, target) in EDITS.items():
        assert second_translation(name).decode() == target
    Path("arsip", "baru.txt").write_text("\n".join([OTHER, *[source for source, _ in EDITS.values()]]))
    capfd.readouterr()
    summary = translate(capfd, "-o", "english")
    assert (summary["unchanged"], summary["from_memory"]) == (3, 4)
    rows = tsv.read(Path("english/baru.txt.id-en.tsv"))
    reviewed = [(row.pair.source, row.pair.target) for row in rows if row.pair.reviewed]
    assert reviewed == list(EDITS.values())
    assert [row.pair.origin for row in rows] == [Origin.ENGINE, *[Origin.MEMORY] * 3]
    for output in ("one", "other"):
        translate(capfd, "-o", output, "--memory", "english")
    assert contents("one") == contents("other")
    assert contents("one")["baru.txt"] == contents("english")["baru.txt"]


@pytest.mark.parametrize(("here", "output", "source"), [(".", "english", "arsip"), ("english", ".", "../arsip")])
def test_a_single_file_of_a_folder_is_applied_and_stays_known(
    here: str, output: str, source: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    translate(capfd, "-o", "english")
    new = EDITS["laut.txt"][1]
    edit("laut.txt", "tsv", lambda data: data.replace(second_translation("laut.txt"), new.encode()))
    with monkeypatch.context() as there:
        there.chdir(here)
        command = ["apply", f"{output}/laut.txt.id-en.tsv", f"{source}/laut.txt", "-o", f"{output}/laut.txt"]
        assert main(command) == 0
    capfd.readouterr()
    assert translate(capfd, "-o", "english")["unchanged"] == 3
    Path("arsip", "baru.txt").write_text(EDITS["laut.txt"][0])
    translate(capfd, "-o", "english")
    assert Path("english/baru.txt").read_text() == new
