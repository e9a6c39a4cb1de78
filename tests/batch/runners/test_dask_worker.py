"""A worker builds its pipeline once, refuses where anything differs, and gives back what is to be written."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from translator.batch.job import Job, plan
from translator.batch.reading import read
from translator.batch.runners import dask_worker, local
from translator.batch.runners.dask_worker import Parcel, UnseenError, WorkOrder, order_of, prepare, translate
from translator.batch.runners.local import Translated
from translator.build import RunResources
from translator.errors import OutputError, SourceError, UsageError
from translator.memory.entry import Reviewed
from translator.memory.store import opened
from translator.settings import Settings

SETTINGS = Settings(bilingual=("tsv",), model="starter", beam=1, threads=1)


@pytest.fixture(scope="module")
def order() -> WorkOrder:
    return order_of(RunResources(SETTINGS))


@pytest.fixture
def jobs(tmp_path: Path) -> tuple[Job, ...]:
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip/a.txt").write_text("Kapal itu tiba.\n")
    (tmp_path / "arsip/b.md").write_text("# Berita\n\nDua *kapal* tiba.\n")
    (tmp_path / "arsip/c.txt").write_bytes(b"PK\0")
    return plan([tmp_path / "arsip"], str(tmp_path / "english"), SETTINGS.bilingual).jobs


def parcel(job: Job, data: bytes | None = None) -> Parcel:
    return Parcel(job, job.source.absolute(), job.source.stat(), data)


def test_what_comes_back_can_travel_and_is_what_a_local_run_writes(order: WorkOrder, jobs: tuple[Job, ...]) -> None:
    shipment = pickle.loads(pickle.dumps(translate(order, [parcel(job) for job in jobs])))
    deliveries = shipment.deliveries
    assert shipment.new == []  # there is no memory
    assert not jobs[0].output.parent.exists()
    assert isinstance(deliveries[2], SourceError)
    assert "a NUL character" in deliveries[2].message
    list(local.run(RunResources(SETTINGS).pipeline(), jobs, SETTINGS, local.NoProgress()))
    for job, delivery in zip(jobs[:2], deliveries, strict=False):
        assert {path: b"".join(chunks) for path, chunks in delivery.files} == {
            path: path.read_bytes() for path in job.written
        }
        source = read(job, SETTINGS)
        assert (delivery.source.sha256, delivery.source.size) == (source.sha256, source.size)
        assert delivery.source.stat.st_mtime_ns == source.stat.st_mtime_ns
        assert delivery.bitext.document == replace(source.document, skeleton=None)


def test_a_source_of_several_outputs_comes_back_for_each_of_them(order: WorkOrder, jobs: tuple[Job, ...]) -> None:
    folder = jobs[0].source.parent
    (folder / "lama").mkdir()
    for job in jobs:
        job.source.rename(folder / "lama" / job.source.name)
    twice = plan([folder, folder / "lama"], str(folder.with_name("english")), SETTINGS.bilingual).jobs
    assert (len(twice), len({job.source for job in twice})) == (6, 3)
    deliveries = translate(order, [parcel(job) for job in twice]).deliveries
    for job, delivery in zip(twice, deliveries, strict=True):
        if job.source.name == "c.txt":
            assert isinstance(delivery, SourceError)
        else:
            assert isinstance(delivery, Translated)
            assert delivery.source.job == job
            assert {path for path, _ in delivery.files} == set(job.written)


def test_a_document_whose_file_is_not_seen_is_asked_for_and_translated_from_its_bytes(
    order: WorkOrder, jobs: tuple[Job, ...], tmp_path: Path
) -> None:
    job = jobs[0]
    elsewhere = replace(parcel(job), path=tmp_path / "nowhere.txt")
    other = replace(parcel(job), path=jobs[1].source)  # a file of that name, but not the same
    for unseen in (elsewhere, other):
        assert [type(delivery) for delivery in translate(order, [unseen]).deliveries] == [UnseenError]
    sent = replace(elsewhere, data=job.source.read_bytes())
    assert translate(order, [sent]) == translate(order, [parcel(job)])


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({"rules": "0"}, "has another version of Padan"),
        ({"terms": "0"}, "has other term lists"),
        ({"signature": "0"}, "has another model"),
        ({"settings": replace(SETTINGS, glossaries=(Path("/nowhere/terms.tsv"),))}, "cannot begin: .*terms.tsv"),
        ({"settings": replace(SETTINGS, model="/nowhere/model")}, "cannot begin: "),
    ],
)
def test_a_worker_on_which_anything_is_otherwise_refuses_to_work(
    order: WorkOrder, changed: dict[str, object], wanted: str
) -> None:
    with pytest.raises(UsageError, match=rf"^the worker on .* \(process \d+\) {wanted}"):
        prepare(replace(order, **changed))  # type: ignore[arg-type]


def test_what_people_reviewed_comes_back_and_a_worker_that_does_not_see_the_memory_refuses(
    jobs: tuple[Job, ...], tmp_path: Path
) -> None:
    path = tmp_path / "memory.sqlite"
    with opened(path) as memory:
        memory.remember_reviewed([Reviewed("Kapal itu tiba.", "The vessel has come.")])
        with_memory = order_of(RunResources(SETTINGS), memory)
    before = path.read_bytes()
    shipment = translate(with_memory, [parcel(jobs[0]), parcel(jobs[1])])
    delivery = shipment.deliveries[0]
    assert isinstance(delivery, Translated)
    assert [(new.pair.source, new.document) for new in shipment.new] == [
        ("Berita", "b.md"),
        ("Dua kapal tiba.", "b.md"),
    ]
    assert dict(delivery.files)[jobs[0].output] == [b"The vessel has come.\n"]
    assert path.read_bytes() == before
    path.unlink()
    with pytest.raises(OutputError, match="there is no translation memory"):
        translate(with_memory, [parcel(jobs[0])])
    dask_worker._pipelines.clear()
    with pytest.raises(UsageError, match="does not see the translation memory"):
        prepare(with_memory)


def test_a_worker_that_does_not_see_what_engines_made_makes_it_again(jobs: tuple[Job, ...], tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with opened(path) as memory:
        with_memory = order_of(RunResources(SETTINGS), memory)
    first = translate(with_memory, [parcel(jobs[0])])
    with opened(path) as memory:
        memory.remember(first.new, with_memory.rules)
    assert translate(with_memory, [parcel(jobs[0])]).new == []
    path.unlink()
    assert translate(with_memory, [parcel(jobs[0])]).new == first.new


def test_the_pipeline_is_built_once_and_that_of_another_run_takes_its_place(order: WorkOrder) -> None:
    stamp, _ = prepare(order)
    built = dask_worker._pipelines[order]
    assert (stamp, prepare(order)[0]) == (built.stamp, built.stamp)
    assert dask_worker._pipelines == {order: built}
    other = order_of(RunResources(replace(SETTINGS, beam=2)))
    prepare(other)
    assert list(dask_worker._pipelines) == [other]
