from __future__ import annotations

import io
import random
import zipfile

import pytest

from translator.errors import SourceError
from translator.markup import zip_package
from translator.markup.zip_package import open_package, rewritten

PICTURE = b"".join(b"%d," % (number * number) for number in range(900))
PARTS = {"mimetype": b"application/x", "a/text.xml": b"<a>kata</a>" * 50, "b/picture.bin": PICTURE}


def package(parts: dict[str, bytes] | None = None, **infos: int) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.comment = b"a comment"
        for name, data in (PARTS if parts is None else parts).items():
            info = zipfile.ZipInfo(name, (1999, 3, 4, 5, 6, 8))
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, kind, compresslevel=1)  # unlike what Padan writes
            info.external_attr = infos.get("external_attr", 0)
    return output.getvalue()


def listed(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [
            (one.filename, one.date_time, one.external_attr, one.compress_type, archive.read(one))
            for one in archive.infolist()
        ]


def test_members_are_read_in_their_order() -> None:
    opened = open_package(package(), "a.docx")
    assert opened.members == tuple(PARTS)
    assert read_all(package()) == PARTS


def test_nothing_new_gives_the_same_bytes() -> None:
    data = package()
    assert rewritten(open_package(data, "a.docx"), {}) == data


def test_a_replaced_member_keeps_its_place_and_all_others_their_bytes() -> None:
    data = package(external_attr=0)
    new = rewritten(open_package(data, "a.docx"), {"a/text.xml": b"<a>word</a>"})
    before, after = listed(data), listed(new)
    assert after == [before[0], (*before[1][:4], b"<a>word</a>"), before[2]]
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(io.BytesIO(new)) as other:
        picture = one.getinfo("b/picture.bin")
        raw = data[picture.header_offset : one.start_dir]
        assert raw in new
        assert other.comment == b"a comment"
    assert rewritten(open_package(data, "a.docx"), {"a/text.xml": b"<a>word</a>"}) == new


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read_all(data)
    return caught.value.message


def read_all(data: bytes) -> dict[str, bytes]:
    opened = open_package(data, "a.docx")
    return {name: opened.read(name) for name in opened.members}


def test_what_is_no_sound_package_is_refused() -> None:
    bomb = package({"a.xml": b"\0" * 2**20})
    assert refused(bomb) == "a.docx: the part 'a.xml' unpacks to more than 100 times its size"
    assert refused(package({"../a.xml": b""})) == "a.docx: the part '../a.xml' has a name that leads out of the package"
    assert refused(package({"/a.xml": b""})) == "a.docx: the part '/a.xml' has a name that leads out of the package"
    assert refused(b"text") == "a.docx is plain text, so not what its suffix says"
    assert refused(b"") == "a.docx is empty, so not what its suffix says"
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert refused(old) == "a.docx: protected by a password, or an old document of the time before .docx"
    assert refused(package()[:-30]).startswith("a.docx: a damaged package: ")
    assert refused(package().replace(b"\x00\x00a/text.xml", b"\x00\x00b/text.xml", 1)).startswith("a.docx: a damaged")


def test_a_member_that_is_there_twice_is_refused() -> None:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("a.xml", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.xml", b"2")
    assert refused(output.getvalue()) == "a.docx: the part 'a.xml' is there twice"


def test_too_many_parts_are_refused() -> None:
    parts = {f"{number}.xml": b"" for number in range(zip_package.MAX_MEMBERS + 1)}
    assert refused(package(parts)) == "a.docx: 10,001 parts; 10,000 are the most"


def test_a_missing_member_is_told() -> None:
    with pytest.raises(SourceError) as caught:
        open_package(package(), "a.docx").read("word/document.xml")
    assert caught.value.message == "a.docx: the part word/document.xml is missing"


def test_damaged_packages_are_read_or_refused() -> None:
    chance = random.Random(1)
    whole = package()
    for _ in range(1500):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            assert read_all(bytes(data)).keys() <= set(open_package(bytes(data), "a.docx").members)
        except SourceError:
            continue
