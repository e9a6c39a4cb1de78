"""From the sources and the output that a user named to the files to read and the files to write, before any work."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator import bilingual
from translator.atomic_write import FileMark, mark_of
from translator.batch.folder import ALL_FILES, FileFilter, check_source, list_files
from translator.batch.output_names import beside, check_suffix, names_folder, within
from translator.batch.own_files import wrote_translation
from translator.errors import OutputError, PadanError, SourceError, UsageError

LONGEST_NAME = 255  # bytes of a file's name, on every usual file system

_Identity = tuple[int, int]  # the device and the number of a file


@dataclass(frozen=True, slots=True)
class Job:
    """One document to translate.

    name: how its bilingual files call it: the source's name, in a folder with the subfolders before it.
    bilingual: for each format's name, the file to write. found: the mark of what stood at each output when it was
    judged; what is put there or edited later is not overwritten. Empty: all may be overwritten.
    """

    name: str
    source: Path
    output: Path
    bilingual: tuple[tuple[str, Path], ...] = ()
    found: Mapping[Path, FileMark | None] = field(default_factory=dict, compare=False)

    @property
    def written(self) -> tuple[Path, ...]:
        return (self.output, *(path for _, path in self.bilingual))

    @property
    def size(self) -> int:
        """Bytes of the source; 0 where it cannot be read, which is told when it is."""
        try:
            return self.source.stat().st_size
        except OSError:
            return 0

    def judge(self, path: Path) -> None:
        """Raises OutputError where the file at `path` is not as it was when it was judged.

        A further page of a long document is known only when it is written, and judged then.
        """
        if not self.found:
            return
        if path in self.found:
            if mark_of(path) != self.found[path]:
                raise OutputError(f"{path} was put there or edited during this run", "--force overwrites it")
        elif os.path.exists(path) and not bilingual.wrote(path):
            raise OutputError(f"{path} exists and is not of Padan's making", "--force overwrites it")


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


@dataclass(slots=True)
class _JobDraft:
    """A plan that is being made. The fields are those of Plan."""

    jobs: list[Job] = field(default_factory=list)
    failed: list[tuple[Path, PadanError]] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    hidden: int = 0


def plan(
    sources: Sequence[Path],
    output: str | None,
    names: Sequence[str],
    force: bool = False,
    wanted: FileFilter = ALL_FILES,
    inputs: Sequence[Path] = (),
) -> Plan:
    """The jobs for `sources`; `output` as the user wrote it, `names` those of bilingual formats.

    inputs: other files that are read, such as glossaries. A source that is named twice is one.
    Raises SourceError where the one source cannot be read, UsageError where two files would claim one name, or an
    output would be a source or standard output, OutputError where the one output cannot be written or is not ours and
    `force` is not given; where there are several, that is decided for each (`resume.decide`).
    """
    for name in names:
        bilingual.check_name(name)
    if output == "-":
        given = "-o -: only a translation of standard input goes to standard output"
        raise UsageError(given, "padan translate - < FILE; for an output of that name -o ./-")
    sources = _without_repetitions(sources)
    folders = list(filter(os.path.isdir, sources))
    is_single = len(sources) == 1 and not folders
    into_folder = not is_single or names_folder(output)
    target = _target(sources, output, into_folder)
    draft = _JobDraft()
    for source in sources:
        if source in folders:
            _add_folder(draft, source, target, names, wanted)
        elif is_single:
            check_source(source)
            path = within(target, Path(source.name)) if into_folder else target
            draft.jobs.append(_job(Path(source.name), source, path, names))
        else:
            _add_file(draft, source, within(target, Path(source.name)), names)
    refuse_clashes(draft.jobs, inputs)
    _refuse_outputs_in_sources(draft.jobs, folders)
    if is_single:
        draft.jobs[0] = _judged(draft.jobs[0], force)
    failed, skipped = tuple(draft.failed), tuple(draft.skipped)
    return Plan(tuple(draft.jobs), is_single, failed, skipped, None if is_single else target, draft.hidden)


def plan_one(
    source: Path, output: str, names: Sequence[str], force: bool = False, inputs: Sequence[Path] = (), kind: str = "txt"
) -> Job:
    """The job of a source that is no file, and of which kind it is. Raises as `plan` does."""
    if names_folder(output):
        raise UsageError(f"{output} is a folder, and {source} has no name to keep there", "name a file with -o FILE")
    job = _job(source, source, Path(output), names)
    _refuse_clashes([job], _read(inputs))
    check_suffix(Path(f"{source}.{kind}"), Path(output), str(source))
    return _judged(job, force)


def _without_repetitions(sources: Sequence[Path]) -> list[Path]:
    """The sources by the first name that the user gave each."""
    by_real_path: dict[str, Path] = {}
    for source in sources:
        by_real_path.setdefault(os.path.realpath(source), source)
    return list(by_real_path.values())


def _target(sources: Sequence[Path], output: str | None, into_folder: bool) -> Path:
    """The file or the folder to write. Raises UsageError where a folder is needed and none is named."""
    if output is not None:
        return Path(output)
    if into_folder:
        given = f"{sources[0]} is a folder" if len(sources) == 1 else f"{len(sources)} sources"
        raise UsageError(f"{given}, and no folder to write to", "name it with -o DIR")
    return beside(sources[0])


def _add_folder(draft: _JobDraft, source: Path, target: Path, names: Sequence[str], wanted: FileFilter) -> None:
    _refuse_nested(source, target)
    listing = list_files(source, wanted)
    for path in listing.found:
        name = path.relative_to(source)
        draft.jobs.append(_job(name, path, within(target, name), names))
    draft.failed += listing.failed
    draft.skipped += listing.skipped
    draft.hidden += listing.hidden


def _add_file(draft: _JobDraft, source: Path, output: Path, names: Sequence[str]) -> None:
    """Add one file of several; where it cannot be read, the others go on."""
    try:
        check_source(source)
    except SourceError as error:
        draft.failed.append((source, error))
    else:
        draft.jobs.append(_job(Path(source.name), source, output, names))


def _job(name: Path, source: Path, output: Path, names: Sequence[str]) -> Job:
    check_suffix(source, output, str(source))
    files = tuple((format_, bilingual.path_for(output, format_)) for format_ in dict.fromkeys(names))
    return Job(name.as_posix(), source, output, files)


def _refuse_nested(source: Path, target: Path) -> None:
    """A folder is mirrored with its names kept, so its mirror may not be the folder, inside it or around it."""
    inner, outer = source.resolve(), target.resolve()
    if inner.is_relative_to(outer) or outer.is_relative_to(inner):
        raise UsageError(f"the output {target} is, holds or lies in the source {source}", "choose one apart with -o")


def _refuse_outputs_in_sources(jobs: Sequence[Job], folders: Sequence[Path]) -> None:
    """No link inside the output may lead into a source folder: what is written there would stand among the sources."""
    sources = {source.resolve(): source for source in folders}
    for folder in {job.output.parent for job in jobs}:
        real = folder.resolve()
        for place in (real, *real.parents):
            if place in sources:
                hint = "remove the link, or choose another place with -o"
                raise UsageError(f"the output {folder} leads into the source {sources[place]}", hint)


def refuse_clashes(jobs: Sequence[Job], inputs: Sequence[Path]) -> None:
    """No two files may claim one name, and nothing that is read may be written to, by whatever name it is called.

    Raises UsageError. A source that has vanished in the meantime clashes with nothing; it fails when it is read.
    """
    read = _read(inputs)
    for job in jobs:
        read[identity(job.source)] = f"source {job.source}"
    _refuse_clashes(jobs, read)


def _read(inputs: Sequence[Path]) -> dict[_Identity | None, str]:
    """What the files are that are read beside the sources."""
    return {identity(path): f"file {path}, which is read" for path in inputs}


def _refuse_clashes(jobs: Sequence[Job], read: Mapping[_Identity | None, str]) -> None:
    """Raises UsageError as `refuse_clashes` does. read: what each file is that is read."""
    claimed: dict[Path, Job] = {}
    for job in jobs:
        for path in job.written:
            known = identity(path)
            if known and known in read:
                raise UsageError(f"the output {path} is the {read[known]}", "choose another name with -o")
            other = claimed.setdefault(path.resolve(), job)
            if other is not job:
                raise UsageError(f"{other.source} and {job.source} would both become {path}", "translate them apart")


def identity(path: Path) -> _Identity | None:
    """By what a file is known whatever its name; None where there is none."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return stat.st_dev, stat.st_ino


def _judged(job: Job, force: bool) -> Job:
    """The job with the marks of what stands at its outputs. Raises OutputError where one may not be overwritten."""
    found = marks(job)
    for path in job.written:
        check_writable(path)
        if os.path.exists(path) and not force and not is_ours(job, path):
            raise OutputError(f"{path} exists and is not of Padan's making, or was edited", "--force overwrites it")
    if force:
        return job
    return replace(job, found=found)


def marks(job: Job) -> dict[Path, FileMark | None]:
    """The mark of what stands at each output of a job. Take them before the outputs are judged."""
    return {path: mark_of(path) for path in job.written}


def is_ours(job: Job, path: Path) -> bool:
    """Does a bilingual file prove that Padan wrote what stands at an output, and that nobody has edited it?"""
    if path == job.output:
        return wrote_translation(path, job.source)
    return bilingual.wrote(path)


def check_writable(path: Path) -> None:
    """Raises OutputError where it is sure that no file can be put at `path`."""
    length = len(os.fsencode(path.name))
    if length > LONGEST_NAME:
        seen = f"cannot write {path}: the name has {length} bytes, {LONGEST_NAME} are the most"
        raise OutputError(seen, "give the source a shorter name, or name the output with -o")
    folder = path.absolute().parent
    while not os.path.exists(folder):
        folder = folder.parent
    if not folder.is_dir():
        raise OutputError(f"cannot write {path}: {folder} is not a folder", "choose another place with -o")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"cannot write {path}: no permission in {folder}", "choose another place with -o")
    if os.path.isdir(path):
        raise OutputError(f"cannot write {path}: it is a folder", "choose another name with -o")
    if os.path.exists(path) and not path.is_file():
        hint = "for a stream, pipe it in and give -: - < SOURCE > OUT"
        raise OutputError(f"cannot write {path}: not a regular file", hint)
