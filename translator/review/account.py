"""The ledger of an output folder, when a review writes into it: what was written there stays known as ours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator.batch.ledger import Ledger, state_of
from translator.batch.report import count
from translator.batch.resume import inside
from translator.batch.runners.local import Sums, Translated, write_translated
from translator.batch.signatures import reviewed_in_memory
from translator.batch.translations import count_translations
from translator.bitext import Bitext
from translator.memory.key import sentence_key
from translator.memory.store import Memory


@dataclass(frozen=True, slots=True)
class FolderAccount:
    """An output folder and its ledger.

    written: the documents that this run wrote, by their names in the ledger, with the keys of the sentences that nobody
    reviewed in them.
    """

    folder: Path
    ledger: Ledger
    written: dict[str, set[bytes]] = field(default_factory=dict)

    def knows(self, path: Path) -> bool:
        """Does the ledger say that an output is as it was written?"""
        name = inside(path, self.folder)
        for entry in self.ledger.entries.values():
            state = dict(entry.outputs).get(name)
            if state is not None:
                return state.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        return False

    def write(self, translated: Translated) -> None:
        """Write the files of a document, and note them where the document is known. Raises OutputError.

        What else the ledger says of the document stays, so that a later run does it anew if its source has changed.
        """
        sums = write_translated(translated, self._begin)
        entry = self.ledger.entries.get(inside(translated.source.job.output, self.folder))
        if entry is None:
            return
        outputs = dict(entry.outputs)
        for path, sha256 in sums.items():
            outputs[inside(path, self.folder)] = state_of(path.stat(), sha256)
        bitext = translated.bitext
        entry = replace(entry, counts=count(bitext), outputs=tuple(outputs.items()))
        self.ledger.finish([entry], count_translations(bitext))
        self.written[entry.name] = _keys(bitext, reviewed=False) - _keys(bitext, reviewed=True)

    def settle(self, memory: Memory) -> None:
        """Note for the documents that were written what the memory has for them now: no later run need look for it.

        But for those with a sentence that was reviewed in other documents only: a later run puts it in.
        """
        entries = []
        for name, keys in self.written.items():
            if not any(memory.reviewed_targets(keys)):
                entry = self.ledger.entries[name]
                entries.append(replace(entry, reviewed=reviewed_in_memory(memory, entry.sentence_keys)))
        self.ledger.finish(entries)

    def _begin(self, sums: Sums) -> None:
        self.ledger.begin((inside(path, self.folder), sha256) for path, sha256 in sums.items())


def _keys(bitext: Bitext, *, reviewed: bool) -> set[bytes]:
    """The keys of the sentences that are reviewed, or that are not."""
    return {sentence_key(pair.source) for pair in bitext.pairs() if pair.reviewed is reviewed}
