from __future__ import annotations

from tests.formats.odf_files import style, xml
from translator.markup.office.odf_styles import OdfStyles
from translator.markup.office.tree import elements


def known(common: str = "", automatic: str = "") -> OdfStyles:
    parts = f"<office:styles>{common}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"
    found = OdfStyles()
    for element in elements(xml(f"<a>{parts}</a>").encode(), "a", frozenset({"style:style"})):
        if element.name == "style:style":
            found.add(element)
    return found


def test_an_automatic_style_looks_as_its_properties_and_its_parent_say() -> None:
    bold = 'fo:font-weight="bold"'
    noise = ' fo:language="id" loext:rsid="00ab" style:font-weight-complex="bold" style:font-size-asian="9pt"'
    styles = known(
        automatic=style("T1", bold) + style("T2", bold + noise) + style("T3", noise) + style("T4", bold, parent="Sorot")
    )
    looks = [styles.look(name) for name in ("T1", "T2", "T3", "T4")]
    assert looks == ["fo:font-weight=bold", "fo:font-weight=bold", "", "Sorot|fo:font-weight=bold"]


def test_a_style_with_a_name_of_its_own_looks_like_itself_alone() -> None:
    styles = known(style("Sorot", ""))
    assert (styles.look("Sorot"), styles.look("Lain")) == ("Sorot", "Lain")


def test_a_style_is_hidden_if_it_or_the_first_above_it_that_says_so_is() -> None:
    styles = known(
        style("A", 'text:display="none"', "paragraph")
        + style("B", "", "paragraph", "A")
        + style("C", 'text:display="true"', "paragraph", "B")
        + style("D", "", "paragraph", "D")
    )
    assert [styles.is_hidden("paragraph", name) for name in "ABCDE"] == [True, True, False, False, False]
    assert not styles.is_hidden("text", "A")
