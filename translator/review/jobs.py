"""From the edited file or folder and the source that a user named to what is read, and what is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator import bilingual
from translator.batch.folder import ALL_FILES, FileFilter
from translator.batch.job import Job, check_writable, identity, is_ours, marks, plan, refuse_clashes
from translator.batch.output_names import beside
from translator.errors import OutputError, SourceError, UsageError

DEFAULT_FORMATS = ("tsv", "html")
EDITABLE = ("tsv", "jsonl", "tmx", "xliff", "xliff12", "docx")  # what is edited in the page is saved as TSV or TMX
_WITHOUT_CHECKSUM = (".tsv", ".jsonl")
_SAVED = (".id-en.reviewed.tsv", ".id-en.reviewed.tmx")  # what is saved from the page ends so
_PART = ".id-en."  # of a bilingual file's name, behind the name of its translation


@dataclass(frozen=True, slots=True)
class ApplyJob:
    """A document to make anew. edited: the reviewer's file. formers: where its translation may stand until now."""

    edited: Path
    job: Job
    formers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ApplyPlan:
    """jobs: the documents. folder: where all outputs stand; None for a single document. notices: for the user."""

    jobs: tuple[ApplyJob, ...]
    folder: Path | None = None
    notices: tuple[str, ...] = ()


def plan_apply(
    edited: Path, source: Path, output: str | None, names: Sequence[str], wanted: FileFilter = ALL_FILES
) -> ApplyPlan:
    """What is to be done. names: of bilingual formats; none given: those that stand beside the translation.

    Raises UsageError and SourceError as `translator.batch.job.plan` does, and where a file and a folder are named.
    """
    for name in names:
        bilingual.named(name)
    for path in (edited, source):
        if not os.path.exists(path):
            raise SourceError(f"cannot read {path}: no such file", "check the name")
    if edited.is_dir() != source.is_dir():
        raise UsageError(f"{edited} and {source} are a file and a folder", "name two files, or two folders")
    if edited.is_dir():
        return _plan_folder(edited, source, output, names, wanted)
    job = plan([source], output, (), force=True).jobs[0]
    if identity(edited) in {identity(job.output), identity(source)} - {None}:
        raise UsageError(f"the edited file {edited} is the document", "name the bilingual file that was edited")
    job = _with_bilingual(job, names)
    refuse_clashes([job], [])
    own = edited.with_name(edited.name.partition(_PART)[0])
    return ApplyPlan((ApplyJob(edited, job, (job.output, own, beside(source))),))


def _plan_folder(edited: Path, source: Path, output: str | None, names: Sequence[str], wanted: FileFilter) -> ApplyPlan:
    """The documents of a folder that have a bilingual file in the edited folder, by their names."""
    planned = plan([source], output or str(edited), (), wanted=wanted)
    folder = planned.folder or edited
    jobs = []
    used: set[Path] = set()
    for job in planned.jobs:
        former = edited / job.output.relative_to(folder)
        files = [*_existing(former, EDITABLE), *_saved(former)]
        used.update(files)
        if files:
            newest = max(files, key=_modified)
            jobs.append(ApplyJob(newest, _with_bilingual(job, names, former), (former, job.output)))
    refuse_clashes([job.job for job in jobs], [])
    if not jobs:
        raise SourceError(f"{edited} has no bilingual file of a document in {source}", "name the folder that has them")
    return ApplyPlan(tuple(jobs), folder, tuple(_told_left(edited, used)))


def _modified(path: Path) -> int:
    return path.stat().st_mtime_ns


def _told_left(edited: Path, used: set[Path]) -> list[str]:
    """A line about the bilingual files whose document is not there, and about those of further pages."""
    left: set[Path] = set()
    further: set[Path] = set()
    for suffix in _SAVED:
        left.update(edited.rglob(f"*{suffix}"))
        further.update(edited.rglob(f"*{suffix.replace('.reviewed', '.*.reviewed')}"))
    for name in EDITABLE:
        left.update(edited.rglob(f"*{_PART[:-1]}{bilingual.SUFFIXES[name]}"))
    left -= used
    lines = [f"{path} belongs to no document of the source" for path in sorted(left)]
    return lines + [f"{path} is of a further page; apply it by itself" for path in sorted(further)]


def _existing(translation: Path, names: Iterable[str]) -> list[Path]:
    """The bilingual files beside a translation."""
    paths = [bilingual.path_for(translation, name) for name in names]
    return list(filter(os.path.isfile, paths))


def _saved(translation: Path) -> list[Path]:
    """What a reviewer saved from the page beside a translation."""
    paths = [translation.with_name(f"{translation.name}{suffix}") for suffix in _SAVED]
    return list(filter(os.path.isfile, paths))


def _with_bilingual(job: Job, names: Sequence[str], former: Path | None = None) -> Job:
    """The job with the bilingual files that it writes. former: the translation beside which some may stand."""
    wanted = list(names)
    translation = former or job.output
    if not wanted:
        wanted = [name for name in bilingual.FORMATS if _existing(translation, [name])]
    if not wanted:
        wanted += DEFAULT_FORMATS
    files = [(name, bilingual.path_for(job.output, name)) for name in dict.fromkeys(wanted)]
    return replace(job, bilingual=tuple(files))


def judged(each: ApplyJob, force: bool, is_known: Callable[[Path], bool] | None = None) -> Job:
    """The job with the marks of what stands at its outputs. Raises OutputError where one may not be overwritten.

    is_known: does an account of ours say that a file is as we wrote it? None: there is no account.
    """
    found = marks(each.job)
    for path, mark in found.items():
        check_writable(path)
        if force or mark is None:
            continue
        if not _may_be_overwritten(path, each, is_known):
            raise OutputError(f"{path} exists and is not of Padan's making, or was edited", "--force overwrites it")
    return replace(each.job, found=found)


def _may_be_overwritten(path: Path, each: ApplyJob, is_known: Callable[[Path], bool] | None) -> bool:
    if identity(path) == identity(each.edited):
        return True
    if is_ours(each.job, path):
        return True
    if is_known is not None:
        return is_known(path)
    if path != each.job.output:
        return False
    return _stands_alone(each)


def _stands_alone(each: ApplyJob) -> bool:
    """Does the translation stand beside the edited file and no other that could tell whether a person edited it, too?

    A table has no checksum. Once it is edited, it does not say any more what the translation is like.
    """
    if each.edited.suffix not in _WITHOUT_CHECKSUM:
        return False
    return _existing(each.job.output, bilingual.FORMATS) == [each.edited]
