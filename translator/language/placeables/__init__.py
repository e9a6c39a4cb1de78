r"""Placeables: what stands in a translation exactly as in its source.

- addresses: web addresses of any scheme, bare domains, e-mail
- handles and hashtags: `@a.b_9`, `#SiapTempur`
- paths and file names: `~/a/b.txt`, `C:\a\b`, `/data/x.csv`, `folder a/b-1`, `laporan.pdf`, `file daftar hadir.pdf`
- placeholders: `{0}`, `{{a.b}}`, `%s`, `%(n)s`, `%1$s`, `${x}`, `&nbsp;`
- identifiers: `B-1234/KPK/XII/2023`, `12/PUU-XVI/2018`, `AB12-XY9Z-77QQ`, `#00ff00`, ISBN, IBAN, NPWP, `nama_berkas`
- initials of people: `berinisial AS`
- tags: `<b>`, `</s>`, `<0>`, `<unk>`, `>>eng<<`
- code between backticks, emoji, and the codes of subtitles for a new line (`\N`)
- symbols that few models know (`§ 3`, `[`, `*`, `×`), and words that hold one (`AT&T`, `C#`)
- formulas without blanks: `p<0,05`, `3+4=7`, with their numbers in English notation
- words in other letters than Latin ones
- blanks: runs of two and more inside a line

The pipeline masks them before the engine gets a sentence and restores them afterwards: see `masking`.
Every scan is linear in the length of the text.
"""

from translator.language.placeables.finder import begins_with_address as begins_with_address
from translator.language.placeables.finder import find as find
from translator.language.placeables.finder import without_placeables as without_placeables
from translator.language.placeables.placeable import Placeable as Placeable
from translator.language.placeables.placeable import PlaceableKind as PlaceableKind
