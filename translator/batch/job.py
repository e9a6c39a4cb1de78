"""From the sources and the output that a user named to the files to read and the files to write, before any work."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translator import bilingual
from translator.batch.folder import ALL, Choice, check_source, walk
from translator.errors import OutputError, PadanError, SourceError, UsageError


@dataclass(frozen=True, slots=True)
class Job:
    """One document to translate.

    name: how its bilingual files call it: the source's name, in a folder with the subfolders before it.
    bilingual: for each format's name, the file to write.
    """

    name: str
    source: Path
    output: Path
    bilingual: tuple[tuple[str, Path], ...] = ()

    @property
    def written(self) -> tuple[Path, ...]:
        return (self.output, *(path for _, path in self.bilingual))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done. single: of one source that is no folder.

    failed: sources, of several, that cannot be read. skipped: files, in folders, and why. folder: in which all outputs
    stand, with the ledger that keeps account of them; None where there is but one. hidden: names left out as such.
    """

    jobs: tuple[Job, ...]
    single: bool
    failed: tuple[tuple[Path, PadanError], ...] = ()
    skipped: tuple[tuple[Path, str], ...] = ()
    folder: Path | None = None
    hidden: int = 0


def plan(
    sources: Sequence[Path],
    output: str | None,
    names: Sequence[str],
    force: bool = False,
    choice: Choice = ALL,
    inputs: Sequence[Path] = (),
) -> Plan:
    """The jobs for `sources`; `output` as the user wrote it, `names` those of bilingual formats.

    inputs: other files that are read, such as glossaries. A source that is named twice is one.
    Raises SourceError where the one source cannot be read, UsageError where two files would claim one name, or an
    output would be a source or standard output, OutputError where the one output cannot be written or is not ours and
    `force` is not given; where there are several, that is decided for each (`resume.decide`).
    """
    for name in names:
        bilingual.named(name)
    sources = list({os.path.realpath(source): source for source in reversed(sources)}.values())[::-1]
    if output == "-":
        given = "-o -: only a translation of standard input goes to standard output"
        raise UsageError(given, "padan translate - < FILE; for an output of that name -o ./-")
    single = len(sources) == 1 and not os.path.isdir(sources[0])
    into_folder = not single or (output is not None and _names_folder(output))
    if output is None and into_folder:
        given = f"{sources[0]} is a folder" if len(sources) == 1 else f"{len(sources)} sources"
        raise UsageError(f"{given}, and no folder to write to", "name it with -o DIR")
    target = beside(sources[0]) if output is None else Path(output)
    jobs: list[Job] = []
    failed: list[tuple[Path, PadanError]] = []
    skipped: list[tuple[Path, str]] = []
    hidden = 0
    for source in sources:
        if os.path.isdir(source):
            _refuse_nested(source, target)
            seen = walk(source, choice)
            inside = [(path, path.relative_to(source)) for path in seen.found]
            jobs += [_job(name, path, target / name, names) for path, name in inside]
            failed += seen.failed
            skipped += seen.left
            hidden += seen.hidden
            continue
        try:
            check_source(source)
        except SourceError as error:
            if single:
                raise
            failed.append((source, error))
        else:
            path = target / source.name if into_folder else target
            jobs.append(_job(Path(source.name), source, path, names))
    _refuse_clashes(jobs, inputs)
    if single:
        _refuse_unwritable(jobs[0], force)
    return Plan(tuple(jobs), single, tuple(failed), tuple(skipped), None if single else target, hidden)


def plan_one(source: Path, output: str, names: Sequence[str], force: bool = False) -> Job:
    """The job of a source that is no file. Raises UsageError and OutputError as `plan` does."""
    if _names_folder(output):
        raise UsageError(f"{output} is a folder, and {source} has no name to keep there", "name a file with -o FILE")
    job = _job(source, source, Path(output), names)
    _refuse_unwritable(job, force)
    return job


def _names_folder(output: str) -> bool:
    return not output or output.endswith("/") or os.path.isdir(output)


def beside(source: Path) -> Path:
    """Where one file's translation goes by default: `berita.txt` and `berita.id.txt` -> `berita.en.txt`."""
    stem = source.stem
    if len(stem) > 3 and stem.lower().endswith(".id"):
        stem = stem[:-3]
    return source.with_name(f"{stem}.en{source.suffix}")


def _job(name: Path, source: Path, output: Path, names: Sequence[str]) -> Job:
    files = tuple((format_, bilingual.path_for(output, format_)) for format_ in dict.fromkeys(names))
    return Job(name.as_posix(), source, output, files)


def _refuse_nested(source: Path, target: Path) -> None:
    """A folder is mirrored with its names kept, so its mirror may not be the folder, inside it or around it."""
    inner, outer = source.resolve(), target.resolve()
    if inner == outer or inner in outer.parents or outer in inner.parents:
        raise UsageError(f"the output {target} is, holds or lies in the source {source}", "choose one apart with -o")


def _refuse_clashes(jobs: Sequence[Job], inputs: Sequence[Path]) -> None:
    """No two files may claim one name, and nothing that is read may be written to, by whatever name it is called."""
    sources = {_identity(path): f"file {path}, which is read" for path in inputs if os.path.exists(path)}
    sources |= {_identity(job.source): f"source {job.source}" for job in jobs}
    claimed: dict[Path, Job] = {}
    for job in jobs:
        for path in job.written:
            if os.path.exists(path) and (source := sources.get(_identity(path))):
                raise UsageError(f"the output {path} is the {source}", "choose another name with -o")
            other = claimed.setdefault(path.resolve(), job)
            if other is not job:
                raise UsageError(f"{other.source} and {job.source} would both become {path}", "translate them apart")


def _identity(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_dev, stat.st_ino


def _refuse_unwritable(job: Job, force: bool) -> None:
    for path in job.written:
        check_writable(path)
        ours = bilingual.is_ours(path) if path == job.output else bilingual.wrote(path)
        if os.path.exists(path) and not force and not ours:
            raise OutputError(f"{path} exists and is not of Padan's making, or was edited", "--force overwrites it")


def check_writable(path: Path) -> None:
    """Raises OutputError where it is sure that no file can be put at `path`."""
    folder = next(parent for parent in path.absolute().parents if os.path.exists(parent))
    if not folder.is_dir():
        raise OutputError(f"cannot write {path}: {folder} is not a folder", "choose another place with -o")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"cannot write {path}: no permission in {folder}", "choose another place with -o")
    if os.path.isdir(path):
        raise OutputError(f"cannot write {path}: it is a folder", "choose another name with -o")
    if os.path.exists(path) and not path.is_file():
        raise OutputError(
            f"cannot write {path}: not a regular file", "for a stream, pipe it in and give -: - < SOURCE > OUT"
        )
