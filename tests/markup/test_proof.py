from __future__ import annotations

from functools import partial

import pytest

from translator.errors import PadanError
from translator.markup.proof import prove
from translator.markup.xml_scan import check_xml


def test_what_cannot_be_read_again_is_a_fault_of_ours() -> None:
    prove(partial(check_xml, b"<a/>", "a.xml"))
    with pytest.raises(PadanError) as caught:
        prove(partial(check_xml, b"<a>", "a.xml"))
    assert (caught.value.exit_code, caught.value.message) == (
        1,
        "a.xml: not well-formed XML: no element found (line 1, column 4)",
    )
