"""The vocabulary of HTML: which elements stand inside a sentence, which are left alone, which attributes are text.

Source: https://html.spec.whatwg.org/multipage/, and https://www.w3.org/TR/SVG2/ for drawings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from translator.markup.html_attributes import HtmlAttribute

_TEXT_LEVEL = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd link mark meta meter nobr noscript"
    " output picture progress q rb rp rt rtc ruby s samp script small source span strike strong style sub sup time"
    " tt u var wbr math".split()
)
_SHAPES = frozenset(
    "svg circle clippath defs ellipse filter g image line lineargradient marker mask path pattern polygon polyline"
    " radialgradient rect stop symbol use".split()
)
_INLINE = _TEXT_LEVEL | _SHAPES
_OF_WORD = ("o:", "st1:", "st2:")  # prefixes of what Word writes around words and at the end of paragraphs
# Elements whose words stay as they are and count as a word of their sentence.
CODE = frozenset({"code", "kbd", "samp", "var"})
# Elements that hold a formula where their class says so: it is a word of its sentence, too.
FORMULA_HOLDERS = frozenset({"span"})
# Elements that are left alone with all that is in them.
LEFT_ALONE = frozenset(
    {"iframe", "math", "noembed", "noframes", "plaintext", "pre", "script", "style", "textarea", "xmp"}
)
# How the words before them in a `ruby` are read; no part of the sentence.
READINGS = frozenset({"rp", "rt", "rtc"})
# What is struck out; beside an insertion it is what the text was before.
DELETIONS = frozenset({"del", "s", "strike"})
# Those elements of LEFT_ALONE whose attributes are read all the same.
FIELDS = frozenset({"iframe", "textarea"})
_ENDS_A_PARAGRAPH = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table td th tr"
    " ul".split()
)
# Elements without an end tag of their own, as the writer likes, with those whose beginning ends them.
ENDED_BY: Mapping[str, frozenset[str]] = {
    "p": _ENDS_A_PARAGRAPH,
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"}),
    "tr": frozenset({"tr", "tbody", "thead", "tfoot"}),
    "option": frozenset({"option", "optgroup"}),
    "optgroup": frozenset({"optgroup"}),
    "rt": frozenset({"rb", "rt", "rp", "rtc", "ruby"}) | _ENDS_A_PARAGRAPH,
    "rp": frozenset({"rb", "rt", "rp", "rtc", "ruby"}) | _ENDS_A_PARAGRAPH,
    "rtc": frozenset({"rb", "rtc", "ruby"}) | _ENDS_A_PARAGRAPH,
}
CONTAINERS = frozenset({"ul", "ol", "menu", "dl", "table", "select", "datalist"})

# Attributes that a reader sees or hears, on any element but those that only name a file.
_ANYWHERE = frozenset(
    {"title", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext"}
)
_NAMES_A_FILE = frozenset({"link", "style", "meta"})
_ON_SOME: Mapping[str, frozenset[str]] = {
    "alt": frozenset({"img", "area", "input", "applet"}),
    "placeholder": frozenset({"input", "textarea"}),
    "summary": frozenset({"table"}),
    "abbr": frozenset({"th", "td"}),
    "label": frozenset({"option", "optgroup", "track"}),
}
_BUTTONS = frozenset({"submit", "reset", "button"})
_TOLD_OF_THE_PAGE = frozenset(
    "description keywords og:title og:description og:image:alt twitter:title twitter:description"
    " twitter:image:alt".split()
)
# What people call the places of text.
PLACES: Mapping[str, str] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("title", "button", "label", "option", "legend", "caption", "summary"), ""),
    "li": "list item",
    "td": "table cell",
    "th": "table heading",
    "figcaption": "caption",
}


def is_inline(element: str) -> bool:
    """Does the element stand inside a sentence? All others end it, those of forms too: each field has its own label."""
    return element in _INLINE or element.startswith(_OF_WORD)


def described(found: Mapping[str, HtmlAttribute]) -> str:
    """What the page is told to be in this `meta` element, such as `description`; empty for anything else."""
    for name in ("name", "property", "itemprop"):
        told = _says(found, name)
        if told in _TOLD_OF_THE_PAGE:
            return told
    return ""


def is_text(name: str, element: str, found: Mapping[str, HtmlAttribute]) -> bool:
    """Is the attribute called `name` of this element text for people? found: all attributes of the element."""
    others_tell = _TOLD_BY_OTHERS.get((element, name))
    if others_tell is not None:
        return others_tell(found)
    if name in _ANYWHERE:
        return element not in _NAMES_A_FILE
    return element in _ON_SOME.get(name, ())


def _names_another_form(found: Mapping[str, HtmlAttribute]) -> bool:
    """Is a `link` to the page in another form, such as a feed, which browsers show? Not to one in another language."""
    kinds = _says(found, "rel").split()
    if "alternate" not in kinds or "stylesheet" in kinds:
        return False
    return "hreflang" not in found


def _says(found: Mapping[str, HtmlAttribute], name: str) -> str:
    if name not in found:
        return ""
    return found[name].value.strip().lower()


def _is_button(found: Mapping[str, HtmlAttribute]) -> bool:
    return _says(found, "type") in _BUTTONS


def _tells_of_the_page(found: Mapping[str, HtmlAttribute]) -> bool:
    return described(found) != ""


# For an element and an attribute: do the other attributes say that it is text?
_TOLD_BY_OTHERS: Mapping[tuple[str, str], Callable[[Mapping[str, HtmlAttribute]], bool]] = {
    ("link", "title"): _names_another_form,
    ("input", "value"): _is_button,
    ("meta", "content"): _tells_of_the_page,
}


def place_of(element: str) -> str:
    """What people call the place of an element's text; empty where that says nothing."""
    if element in PLACES:
        return PLACES[element] or element
    return ""
