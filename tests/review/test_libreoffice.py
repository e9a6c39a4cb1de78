"""A reviewer edits the Word table in LibreOffice, and the document is made from what LibreOffice saves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bilingual.docx.test_docx import SOFFICE, resaved
from tests.review.test_apply import apply, reviewed, text
from tests.review.translated import ENGLISH_NEWS, put_news
from translator import bilingual

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice)")


def test_what_is_edited_in_libreoffice_stands_in_the_document(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "docx", "html")
    opened = resaved(bilingual.path_for(output, "docx"), tmp_path / "opened", ["fodt"])
    content = opened.read_text("utf-8")
    assert content.count("The weather is clear.") == 1
    opened.write_text(content.replace("The weather is clear.", "The weather was fine."), "utf-8")
    saved = resaved(opened, tmp_path / "saved", ["docx"])
    done = apply(source, output, saved)
    assert text(done) == ENGLISH_NEWS.replace("is clear.", "was fine.")
    assert (reviewed(done), done.left, done.notices) == (["The weather was fine."], (), ())
