"""The ledger of an output folder, when a review writes into it: what was written there stays known as ours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from translator.batch.ledger import Ledger, state_of
from translator.batch.report import count
from translator.batch.resume import inside
from translator.batch.runners.local import Sums, Translated, write_translated
from translator.batch.translations import count_translations


@dataclass(frozen=True, slots=True)
class FolderAccount:
    """An output folder and its ledger."""

    folder: Path
    ledger: Ledger

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

    def _begin(self, sums: Sums) -> None:
        self.ledger.begin((inside(path, self.folder), sha256) for path, sha256 in sums.items())
