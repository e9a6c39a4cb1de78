"""The pattern of all placeables but addresses and file names with blanks; its groups are their kinds."""

from __future__ import annotations

import re

from translator.language.placeables.placeable import PlaceableKind
from translator.language.symbols import BRACKET_BOX, SYMBOL_FONTS

SUFFIXES = (
    "txt|pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|jsonl?|xml|html?|md|rst|ya?ml|toml|ini|cfg|conf|log|png|jpe?g|gif|svg|"
    "webp|bmp|tiff?|mp[34]|wav|avi|mkv|mov|zip|rar|7z|tar|gz|bz2|xz|exe|msi|apk|deb|rpm|iso|dll|py|js|java|cpp|php|sh|"
    "bat|ps1|sql|srt|vtt|tmx|xliff|xlf|tbx|epub|ttf"
)
_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff\u2b50\u2b55"
_EMOJI_PARTS = "\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_SYMBOLS = r"\#&*_@^|\\{}\[\]§¶•†‡=©®™№\u2190-\u2211\u2213-\u2247\u2249-\u2263\u2266-\u25ff\u2900-\u2bff×÷"
_SYMBOLS += SYMBOL_FONTS
_SCRIPT = r"\u0370-\u1dff\u1f00-\u1fff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe70-\ufefc"

_SIZE = "(?:hh?|ll?|[qjzt])?"
_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?"

PATTERN = re.compile(
    rf"""
      (?P<code> (?<![\w`])`[^`\n]+`(?!`) )
    | (?P<tag>
          </?(?:[A-Za-z][\w:-]{{0,40}}|\d{{1,3}})(?:\s[\w:-]{{1,40}}="[^"<>\n]{{0,300}}")*\s?/?>
        | >>[a-z_A-Z]{{2,12}}<< )
    | (?P<aside> (?<!\w)<[a-z][\w.,/-]{{0,40}}(?:\ [\w.,/()-]{{1,40}}){{1,9}}>(?!\w) )
    | (?P<placeholder>
          <<[^<>\n]{{1,80}}>> | (?<!\w)<[A-Z][\w.,/-]{{0,40}}(?:\ [\w.,/()-]{{1,40}}){{1,5}}>(?!\w)
        | \{{\{{[^{{}}\n]{{1,80}}\}}\}} | [$\#]\{{[^{{}}\s]{{1,80}}\}} | \{{\\[^{{}}\n]{{1,80}}\}}
        | \{{(?:\d{{1,3}}|[A-Za-z_][\w.\[\]-]{{0,60}})?(?:[:!][^{{}}\s]{{0,30}})?\}}
        | %\(\w{{1,60}}\)[-+0\#]?\d{{0,3}}(?:\.\d)?[sdifrxeg] | %<\w{{1,60}}>[-+0\#]?\d{{0,3}}(?:\.\d)?[sdifxeg]
        | %\{{\w{{1,60}}\}} | %\d{{1,2}}\$[-+0\#]?\d{{0,3}}(?:\.\d{{1,2}})?{_SIZE}[sdiufegx@c]
        | (?<![\d%])(?<!\d[ \u00a0])%[-+0\#]?(?:\d{{1,3}}|\*)?(?:\.(?:\d{{1,2}}|\*))?{_SIZE}[sdiufegx@cn](?!\w)
        | (?<![\w%.])(?<!\d[ \u00a0])%L?\d{{1,2}}(?![\w%]|[.,]\d) | (?<![\w%])(?<!\d[ \u00a0])%[a-z]\w{{1,40}}(?![\w(])
        | (?<![\w$.])\$[a-z_]\w{{0,60}}(?!\w)
        | &(?:[A-Za-z][\w.-]{{1,60}}|\#x?[0-9a-fA-F]{{2,6}}); )
    | (?P<break> \\N | \\[nh](?![a-z]) )
    | (?P<hashtag> (?<![\w&/#])\#\w++ )
    | (?P<handle> (?<![\w@/.])@[A-Za-z_]\w*+(?:\.\w++)* )
    | (?P<path>
          (?<![\w./~:<\\])(?:~|\.{{1,2}})(?:/[\w.@%+=-]++)+/?
        | (?<![\w./~:<\\])/[\w.@%+=-]++(?:/[\w.@%+=-]++)+/?
        | (?<!\w)[A-Za-z]:\\[^\s<>"|?*]*+ | (?<![\w\\])\\\\[\w.-]++(?:\\[\w.$-]++)+
        | (?<![\w./-])[\w-]++(?:[./][\w-]++)*\.(?i:{SUFFIXES})(?![\w/]|\.\w) )
    | (?P<identifier>
          (?<!\w)ISBN(?:-1[03])?:?\ ?\d[\d -]{{8,16}}[\dX](?!\w)
        | (?<!\w)[A-Z]{{2}}\d\d(?:\ ?[A-Z0-9]{{4}}){{2,7}}(?:\ ?[A-Z0-9]{{1,3}})?(?!\w)
        | (?<!\w)\d\d\.\d{{3}}\.\d{{3}}\.\d-\d{{3}}\.\d{{3}}(?!\w)
        | (?<!\w)(?!\d{{1,3}}(?:\.\d{{3}}){{3}}(?!\d))\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?::\d+|/\d\d?)?(?![\w.]*\d)
        | (?<![\w-])\d{{1,7}}(?:-\d{{1,7}}){{3,6}}(?![\w-])
        | (?<![\w+])\+\d{{1,3}}(?:[\ -]?\(?\d{{2,5}}\)?){{2,5}}(?![\w-])
        | \(0\d{{2,3}}\)\ ?\d{{3,4}}[\ -]?\d{{3,5}}(?![\w-])
        | (?<![\w-])0\d{{2,3}}-\d{{5,8}}(?![\w-])
        | (?<!\w)\d{{4}}-\d\d-\d\d[T\ ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?
        | (?<!\w)0x[0-9a-fA-F]++(?!\w) | (?<!\w)v\d+(?>(?:\.\d+)+)(?!\w)
        | (?<![\w-])[0-9a-fA-F]{{8}}(?:-[0-9a-fA-F]{{4}}){{3}}-[0-9a-fA-F]{{12}}(?![\w-])
        | (?<![\w-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{{8,64}}(?![\w-])
        | (?<!\w)10\.\d{{4,9}}/[^\s<>"]*[\w)]
        | (?<!\w)(?>[A-Za-z]\w*?_\w++)(?!\() | (?<![\w.])[A-Za-z_]\w*+(?:\.\w++)*\(\)
        | (?<!\S)--[a-z][\w-]++
        | (?<![\w^])[\w^]*\w\^[\w+-]++\^? | (?<![\w~])\w++~\w++~\w*+(?![\w~])
        | \[\d{{1,3}}\] )
    | (?P<coded> (?<![\w/-])(?<![A-Za-z0-9]\.)[A-Za-z0-9]++(?>(?:[./-][A-Za-z0-9]++)+)(?![\w/]) )
    | (?P<script> (?<![\d{_SCRIPT}])(?<!\d\ )[{_SCRIPT}]++(?:[ .,'’-]{{1,2}}[{_SCRIPT}]++)* )
    | (?P<emoji> (?:[{_EMOJI}][{_EMOJI_PARTS}]*+)+ )
    | (?P<word>
          (?<!\w)[^\W_]++(?:&[^\W_]++)+ | (?<!\w)[A-Za-z][^\W_]*+(?:\+[^\W_]++)+
        | (?<!\w)[A-Za-z]\w*+(?:\+\+?|\#)(?![\w+]) )
    | (?P<blanks> (?<=\S)[ \u00a0]{{2,}}(?=\S) )
    | (?P<hanging> (?<=[^\W_])[*†]{{1,3}}\) )
    | (?P<symbol>
          (?<=[^\W\d_]{{3}})[¹²³⁰⁴-⁹]++(?:,[¹²³⁰⁴-⁹]++)*⁾?(?!\w) |
          (?<=[^\W\d])[<>≤≥≈±](?=(?:Rp)?\d) | (?<!\S){BRACKET_BOX} | §{{1,2}}\ ?\d++(?:\.\d++)*
        | (?<!\S)·(?!\S) | (?<=\S[ \u00a0])[»›]{{1,3}}(?=\s*\Z)
        | (?<!\S)(?:[+~/]|(?<!\d\ )`)(?=\s) | (?<=[^\W\d]\ )[<>≤≥≈±](?=\ [^\W\d])
        | \[?{_TIME}\ ?-->\ ?{_TIME}\]? | \[{_TIME}\] | \.{{4,}} | (?<!\d,)-{{2,}}(?![\w-]) | ^\.{{2,3}}(?=\s?\w)
        | (?<![ÂÃâ])(?<!\.\d\d\d,)[{_SYMBOLS}]++ )
    """,
    re.VERBOSE,
)
KINDS = {
    "hashtag": PlaceableKind.HANDLE,
    "coded": PlaceableKind.IDENTIFIER,
    "hanging": PlaceableKind.SYMBOL,  # a mark of a note with its own bracket: Harga barang*) naik
    "aside": PlaceableKind.SYMBOL,  # of words in angle brackets only the brackets are placeables
    **{kind.value: kind for kind in PlaceableKind},
}
