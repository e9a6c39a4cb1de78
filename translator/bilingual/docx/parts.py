"""The parts of the document that hold no sentence: types, relations, styles, settings and properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translator.markup.xml_text import escaped, quoted

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SOURCE_STYLE, TARGET_STYLE, HEADER_STYLE = "PadanSource", "PadanTarget", "PadanHeader"
PROPERTIES = "docProps/custom.xml"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = {  # by the name of the part
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "word/comments.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    "word/styles.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
    "word/settings.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    PROPERTIES: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_PARTS = {  # of the package, by the kind of the relation
    f"{_OFFICE}/relationships/officeDocument": "word/document.xml",
    f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
    f"{_OFFICE}/relationships/custom-properties": PROPERTIES,
}
_WORD_PARTS = {
    f"{_OFFICE}/relationships/styles": "styles.xml",
    f"{_OFFICE}/relationships/settings": "settings.xml",
    f"{_OFFICE}/relationships/comments": "comments.xml",
}
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that users name
_FIRST_PROPERTY = 2  # the numbers below have meanings of their own
_SMALL = "20"  # half points

_STYLES = f"""{HEAD}<w:styles xmlns:w="{WML}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>\
<w:sz w:val="{_SMALL}"/><w:szCs w:val="{_SMALL}"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>\
<w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="{HEADER_STYLE}"><w:name w:val="Padan Header"/>\
<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="{SOURCE_STYLE}"><w:name w:val="Padan Source"/>\
<w:basedOn w:val="Normal"/><w:rPr><w:lang w:val="id-ID"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="{TARGET_STYLE}"><w:name w:val="Padan Target"/>\
<w:basedOn w:val="Normal"/></w:style>
</w:styles>"""
_SETTINGS = f"""{HEAD}<w:settings xmlns:w="{WML}">\
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
</w:compat><w:themeFontLang w:val="en-US"/></w:settings>"""


def fixed_parts() -> Iterator[tuple[str, str]]:
    """The parts that are the same in every document, by their names. A package begins with its types."""
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    types = [f'<Override PartName="/{part}" ContentType="{type_}"/>' for part, type_ in _TYPES.items()]
    inside = f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{"".join(types)}</Types>'
    yield "[Content_Types].xml", HEAD + inside
    yield "_rels/.rels", _relations(_PARTS)
    yield "word/_rels/document.xml.rels", _relations(_WORD_PARTS)
    yield "word/styles.xml", _STYLES
    yield "word/settings.xml", _SETTINGS


def core_properties(title: str) -> str:
    """What the document says of itself."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>Padan</dc:creator><dc:language>en-US</dc:language>"
        "</cp:coreProperties>"
    )


def custom_properties(values: Mapping[str, str]) -> str:
    """Properties of our own, which office programs keep."""
    properties = []
    for number, (name, value) in enumerate(values.items(), _FIRST_PROPERTY):
        text = f"<vt:lpwstr>{escaped(value)}</vt:lpwstr>"
        properties.append(f'<property fmtid="{_CUSTOM}" pid="{number}" name={quoted(name)}>{text}</property>')
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{''.join(properties)}</Properties>"
    )


def _relations(parts: Mapping[str, str]) -> str:
    relations = []
    for number, (kind, part) in enumerate(parts.items(), 1):
        relations.append(f'<Relationship Id="rId{number}" Type="{kind}" Target="{part}"/>')
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
