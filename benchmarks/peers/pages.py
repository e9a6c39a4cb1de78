"""Web pages: one in the form that every program reads, and one without the end tags that may be left out."""

from __future__ import annotations

from benchmarks.peers.places import PeerDocument

_PAGE = """<!DOCTYPE html>\r
<html lang="id"><head><meta charset="utf-8"/><title>Judul halaman</title>\r
<meta name="description" content="Uraian singkat"/><meta property="og:title" content="Judul bersama"/>\r
<script>var a = "skrip";</script><style>p::after { content: "gaya" }</style></head><body>\r
<p>Kalimat badan dengan kata <b>tebal</b> di&nbsp;sini.<br/>Baris kedua.</p>\r
<p><img src="a.png" alt="Foto alternatif"/> <a href="b.html" title="Klik petunjuk">tautan ini</a></p>\r
<ul><li>Satu butir</li><li>Dua poin</li></ul>\r
<form><input placeholder="Isi kolom"/><input type="submit" value="Kirim tombol"/>\r
<button aria-label="Tutup jendela">x</button><select><option>Ya pilihan</option></select></form>\r
<table><tr><td>Isi tabel</td></tr></table><pre>pra</pre><code>kode</code>\r
<p translate="no">tetap</p><p lang="jv">basa liyane</p>\r
</body></html>\r
"""


def page() -> PeerDocument:
    places = (
        "halaman singkat bersama badan kedua alternatif petunjuk tautan butir poin kolom tombol jendela pilihan tabel"
    )
    kept = ("skrip", "gaya", "pra", "kode", "tetap", "liyane")
    return PeerDocument("web page", ".html", _PAGE.encode(), places.split(), kept)


def page_without_end_tags() -> PeerDocument:
    page = "<!DOCTYPE html><p>Kalimat pertama <b>tebal</b><p>Kalimat kedua<ul><li>Satu butir<li>Dua poin</ul>\n"
    return PeerDocument("page without end tags", ".html", page.encode(), "pertama kedua butir poin".split(), ())
