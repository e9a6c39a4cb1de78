"""A folder of many files, done twice, beside its sentences given to CTranslate2 in one call.

    python benchmarks/folder.py [--files N] [--sentences N] [--rounds N] [--glossary FILE]... [--keep DIR]

The files are of every kind that Padan reads of .txt, .md and .srt, and their sentences are put together from words of
our own, each sentence once. Both sides run the starter model in a process of their own, with beam 4 and as many
threads. Without --glossary no terms are in force, for CTranslate2 obeys none; what they cost is the business of
`benchmarks.enforcement`. Wanted: at most 1.25 times the CPU time of CTranslate2, a second run under 3 s.

Padan uses AVX-512 where it can, CTranslate2 only when told: with CT2_FORCE_CPU_ISA=AVX512, or AVX2, both use the same.
"""

from __future__ import annotations

import argparse
import compileall
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import glossary
import translator
from translator import models
from translator.formats import FORMATS

WORDS = [
    [words.strip() for words in " ".join(column.split()).split("|")]
    for column in """
    Pasukan perdamaian | Kepala desa | Para nelayan | Seorang dokter muda | Dinas kesehatan | Panglima armada timur |
    Warga kota | Guru sekolah dasar | Kapal rumah sakit | Tim penyelamat | Menteri perhubungan | Petugas pelabuhan |
    Para petani | Juru bicara pemerintah | Dewan kota | Pengungsi dari utara | Komandan batalyon | Seorang wartawan

    membangun | memeriksa | meninggalkan | mengunjungi | memperbaiki | menjaga | membuka kembali | menutup sementara |
    melaporkan keadaan | membersihkan | mengawasi | menyerahkan bantuan untuk | membahas masa depan

    jembatan tua | rumah sakit baru | pelabuhan kecil | gudang beras | sekolah di tepi sungai | pasar ikan |
    bandar udara lama | mercusuar | bendungan itu | kantor pos | pabrik gula | stasiun kereta | menara air | lapangan

    di lembah | di pulau itu | dekat perbatasan | di kaki gunung | di ibu kota provinsi | di pantai barat |
    di sebelah selatan kota | di tengah hutan | di desa tetangga | di seberang teluk

    pada hari Senin | sejak pekan lalu | sebelum musim hujan tiba | setelah gempa bumi | selama {n} hari |
    bersama {n} sukarelawan | dengan {n} truk | meskipun cuaca buruk | untuk ketiga kalinya
    """.split("\n\n")
]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took. wall, cpu: seconds. memory: its peak, in MB."""

    wall: float
    cpu: float
    memory: float


def sentences(seed: int) -> Iterator[str]:
    """Invented Indonesian sentences without end, no two alike."""
    chance, given = random.Random(seed), set()
    while True:
        sentence = " ".join(chance.choice(words) for words in WORDS).format(n=chance.randint(3, 900)) + "."
        if sentence not in given:
            given.add(sentence)
            yield sentence


def make(folder: Path, files: int, each: int, seed: int) -> list[str]:
    """Fill `folder` with documents of about `each` sentences; the sentences in them."""
    chance, source = random.Random(seed), sentences(seed)
    kinds = [kind for kind in LAYOUTS if kind in FORMATS]
    used = []
    for number in range(files):
        own = [next(source) for _ in range(chance.randint(1, 2 * each - 1))]
        kind = kinds[number % len(kinds)]
        path = folder / f"bagian {number % 7}" / f"berita-{number:04}{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LAYOUTS[kind](own), "utf-8")
        used += own
    return used


def text(own: Sequence[str]) -> str:
    """Paragraphs of three sentences."""
    return "\n\n".join(" ".join(own[start : start + 3]) for start in range(0, len(own), 3)) + "\n"


def markdown(own: Sequence[str]) -> str:
    """A list item for every fourth sentence; the others are paragraphs."""
    return "".join(f"- {line}\n\n" if number % 4 == 3 else f"{line}\n\n" for number, line in enumerate(own))


def subtitles(own: Sequence[str]) -> str:
    cues = (
        f"{n}\n00:{n // 12:02}:{n % 12 * 5:02},000 --> 00:{n // 12:02}:{n % 12 * 5 + 4:02},000\n{line}\n"
        for n, line in enumerate(own, 1)
    )
    return "\n".join(cues)


LAYOUTS = {".txt": text, ".md": markdown, ".srt": subtitles}


def timed(command: Sequence[str]) -> Cost:
    """Run a command to its end."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def one_call(source: Path) -> None:
    """The sentences of a file, one a line, given to CTranslate2 at once."""
    import ctranslate2
    import sentencepiece

    folder = models.starter().form("ct2")
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    lines = source.read_text("utf-8").splitlines()
    asked = [[*tokens, "</s>"] for tokens in processor.encode(lines, out_type=str)]
    cores = len(os.sched_getaffinity(0))
    translator = ctranslate2.Translator(str(folder), "cpu", inter_threads=cores, intra_threads=1)
    translator.translate_batch(asked, beam_size=4, max_batch_size=1024, batch_type="tokens")


def report(name: str, cost: Cost, number: int) -> None:
    rate = f"{number / cost.wall:8.1f} sentences/s" if number else " " * 20
    print(f"{name:<24}{cost.wall:8.1f} s wall {cost.cpu:8.1f} s CPU {rate} {cost.memory:7.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--sentences", type=int, default=10, help="in a file, on average")
    parser.add_argument(
        "--glossary", action="append", default=[], metavar="FILE", help="terms to obey, or a built-in list"
    )
    parser.add_argument("--rounds", type=int, default=1, help="do all of it so often: what counts is the median")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this new folder, and leave it")
    parser.add_argument("--one-call", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one_call:
        one_call(options.one_call)
        return
    with tempfile.TemporaryDirectory() as temporary:
        compare(options.keep or Path(temporary), options)


def compare(folder: Path, options: argparse.Namespace) -> None:
    """Print a row for each run, and the ratios of the rounds."""
    for package in (glossary, translator):
        compileall.compile_dir(package.__path__[0], quiet=1)  # as pip leaves them
    used = make(folder / "arsip", options.files, options.sentences, seed=1)
    (folder / "sentences").write_text("\n".join(used), "utf-8")
    glossaries = ["--no-default-glossary", *(f"--glossary={glossary}" for glossary in options.glossary)]
    padan = [sys.executable, "-m", "translator", "translate", str(folder / "arsip"), "-q", "--model=starter"]
    ratios = []
    for number in range(options.rounds):
        plain = timed([sys.executable, __file__, "--one-call", str(folder / "sentences")])
        report("CTranslate2, one call", plain, len(used))
        output = f"--output={folder / f'english-{number}'}"
        first = timed([*padan, *glossaries, output])
        report(f"padan, {options.files} files", first, len(used))
        report("padan, run again", timed([*padan, *glossaries, output]), 0)
        ratios.append(first.cpu / plain.cpu)
    each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"{len(used)} sentences; CPU time {statistics.median(ratios):.2f} times that of CTranslate2 (rounds: {each})")


if __name__ == "__main__":
    main()
