"""Windows over many documents: the engine gets the sentences of several at once, each document comes out when whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from glossary import Abbreviations, Matcher
from translator.bitext import Bitext, Finding, Pair, Stamp
from translator.document import Document
from translator.enforcement.cascade import Enforced, Task, enforce
from translator.engines.base import Engine
from translator.language.identification import document_language
from translator.language.sentences import split
from translator.pipeline.assemble import assemble_pair
from translator.pipeline.consistency import OneEnglish
from translator.pipeline.first_abbreviations import FirstAbbreviations
from translator.pipeline.join import BitextDraft, add_findings
from translator.pipeline.prepare import Preparation, Sentence, prepare
from translator.pipeline.recall import Recall, TranslationMemory
from translator.pipeline.xml_characters import fit_for_xml
from translator.spool import Spool

# Sentences translated at once: the more, the fuller the batches of equal length of the engine. With 1,024 the search
# takes a twentieth less time than with 512, and those a third fewer steps than 256. A killed run does them again.
WINDOW = 1024
# Sentences of a document that are prepared and looked up in the memory at once; they take some 10 MB.
AHEAD = 4096
# Subwords: a longer sentence is split at its clauses, although a model may take more, for beyond it Marian models drop
# words and babble. On FLORES dev 80 is as good as 200 or better (BLEU 23.42 and 23.41, chrF2++ 49.51 and 49.48), 60 is
# worse (23.36, 49.49); a sentence of 123 words takes 0.2 s instead of 4.
MAX_PART_LENGTH = 80

# The findings of checks that look at a whole document, each with the number of its pair.
ExamineDocument = Callable[[Iterable[Pair]], Iterable[tuple[int, Finding]]]
Progress = Callable[[int], None]  # receives the number of sentences that have just been done


@dataclass(slots=True)
class _DocumentWork:
    """A document on its way.

    draft: its bitext, as far as it is done. sentences: how many it has; done: how many of them are. waiting: those that
    are not, prepared when they are asked for, each with the pair that the memory has, if any.
    one_english, abbreviations: what its sentences so far decide about those to come.
    """

    document: Document
    draft: BitextDraft
    sentences: int = 0
    done: int = 0
    waiting: Iterator[tuple[Sentence, Pair | None]] = field(default_factory=lambda: iter(()))
    one_english: OneEnglish = field(default_factory=OneEnglish)
    abbreviations: FirstAbbreviations = field(default_factory=FirstAbbreviations)
    error: Exception | None = None

    @property
    def left(self) -> int:
        if self.error:
            return 0
        return self.sentences - self.done

    def next_sentences(self) -> Iterator[tuple[Sentence, Pair | None]]:
        """The next of its sentences, at most a window. Where one cannot be prepared, the document has the error."""
        try:
            yield from islice(self.waiting, WINDOW)
        except Exception as error:
            self.error = error


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What `build` makes of Settings: from documents to bitexts.

    matcher finds the terms; folded finds them in any case, for text in capitals. examine: the checks of a pair;
    examine_document: those of a document. abbreviations: what becomes of the Indonesian ones of the built-in lists.
    notices: what the user should know before the work begins. remembered: how many translations are kept for when the
    same sentence comes again. keep_names: words that look like names are to stand in the translation as they are.
    recall: the translation memory. spool_folder: where a file for what is too much for the memory is made; None: where
    the system has its temporary files.
    """

    engine: Engine
    matcher: Matcher
    folded: Matcher
    examine: Callable[[Pair], tuple[Finding, ...]]
    beam: int
    stamp: Stamp
    notices: tuple[str, ...] = ()
    remembered: int = 20_000
    keep_names: bool = True
    abbreviations: Abbreviations = Abbreviations.ENGLISH
    examine_document: ExamineDocument = lambda _: ()
    recall: Recall = field(default_factory=Recall)
    spool_folder: Path | None = None

    def with_memory(self, memory: TranslationMemory | None) -> Pipeline:
        """The pipeline with this translation memory."""
        return replace(self, recall=replace(self.recall, memory=memory))

    def translate(
        self, document: Document, progress: Progress = lambda _: None, begun: Progress = lambda _: None
    ) -> Bitext:
        """Translate one document. Raises what the engine raised. progress, begun: as in `stream`."""
        ((_, result),) = self.stream([document], progress, begun=begun)
        if isinstance(result, Exception):
            raise result
        return result

    def stream(
        self,
        documents: Iterable[Document],
        progress: Progress = lambda _: None,
        stopped: Callable[[], bool] = lambda: False,
        begun: Progress = lambda _: None,
    ) -> Iterator[tuple[Document, Bitext | Exception]]:
        """Translate documents, in their order, each given back as soon as it is whole.

        The engine gets the sentences of many documents at once; they are read ahead by no more than a window. Where it
        fails on a sentence, the document that holds the sentence comes out as the error, the others whole; so, too,
        where a check or the splitting fails.
        stopped: asked before each window; once it says yes, nothing more comes. begun: receives the number of sentences
        of each document, right after it was taken from `documents`.
        """
        queue: deque[_DocumentWork] = deque()
        known: dict[Task, Enforced] = {}
        for document in documents:
            queue.append(self._begin(document))
            begun(queue[-1].sentences)
            while sum(work.left for work in queue) >= WINDOW:
                if stopped():
                    return
                self._advance(queue, known, progress)
                yield from self._take_whole(queue)
        while queue and not stopped():
            self._advance(queue, known, progress)
            yield from self._take_whole(queue)

    def _begin(self, document: Document) -> _DocumentWork:
        work = _DocumentWork(document, BitextDraft(Spool(self.spool_folder)))
        try:
            language = document_language(segment.text for segment in document.segments)
            how = Preparation(self.matcher, self.folded, self.keep_names, self._fits, language)
            work.sentences = sum(len(split(segment.text)) for segment in document.segments)
            work.waiting = self._prepared(work.draft.sentences(document), how)
        except Exception as error:  # one document's, whatever it is: the others go on
            work.error = error
        return work

    def _prepared(self, texts: Iterator[str], how: Preparation) -> Iterator[tuple[Sentence, Pair | None]]:
        """Sentences, each with the pair that the memory has, if any. Raises OutputError of the memory."""
        while ahead := list(islice(texts, AHEAD)):
            sentences = [prepare(text, how) for text in ahead]
            yield from zip(sentences, self.recall.recall(sentences), strict=True)

    def _advance(self, queue: Iterable[_DocumentWork], known: dict[Task, Enforced], progress: Progress) -> None:
        """Translate the next window of sentences."""
        waiting = ((work, *each) for work in queue for each in work.next_sentences())
        window = list(islice(waiting, WINDOW))
        done = self._translate_window([(work, sentence) for work, sentence, pair in window if pair is None], known)
        progress(len(window))
        new = []
        for work, sentence, recalled in window:
            if work.error:
                continue
            try:
                pair = recalled or assemble_pair(sentence, [done[task] for task in sentence.tasks])
                if recalled is None:
                    new.append((sentence, pair, work.document.name))
                work.draft.add(self._in_document(work, sentence, pair))
            except Exception as error:
                work.error = error
            work.done += 1
        self.recall.remember(new)
        known.update(done)
        while len(known) > self.remembered:
            del known[next(iter(known))]  # the oldest

    def _translate_window(
        self, window: list[tuple[_DocumentWork, Sentence]], known: Mapping[Task, Enforced]
    ) -> dict[Task, Enforced]:
        """The translations of a window. Where some sentence makes it fail, only its document has the error."""
        try:
            return self._enforce([sentence for _, sentence in window], known)
        except Exception:
            pass  # of which document, the next lines find out
        done: dict[Task, Enforced] = {}
        for work in {id(work): work for work, _ in window}.values():
            sentences = [sentence for owner, sentence in window if owner is work]
            try:
                done |= self._enforce(sentences, known)
            except Exception as error:
                work.error = error
        return done

    def _enforce(self, sentences: Iterable[Sentence], known: Mapping[Task, Enforced]) -> dict[Task, Enforced]:
        """The translations of the sentences' tasks; what was translated not long ago is not translated again."""
        done: dict[Task, Enforced] = {}
        new: dict[Task, None] = {}
        for sentence in sentences:
            for task in sentence.tasks:
                if task in known:
                    done[task] = known[task]
                else:
                    new[task] = None
        results = enforce(self.engine, list(new), self.beam)
        done.update(zip(new, results, strict=True))
        return done

    def _take_whole(self, queue: deque[_DocumentWork]) -> Iterator[tuple[Document, Bitext | Exception]]:
        """The documents at the head of the queue that are done; they leave it."""
        while queue and (queue[0].error or not queue[0].left):
            work = queue.popleft()
            yield work.document, self._finished(work)

    def _finished(self, work: _DocumentWork) -> Bitext | Exception:
        """The bitext of a document of which every sentence is done, or what went wrong."""
        if work.error:
            return work.error
        try:
            deque(work.waiting, maxlen=0)  # a segment without a sentence may come last
            segments = work.draft.whole
            bitext = Bitext(work.document, segments, self.stamp)
            add_findings(segments, self.examine_document(bitext.pairs()))
            return fit_for_xml(replace(bitext, segments=segments.settled()))
        except Exception as error:  # of one document: the others go on
            return error

    def _in_document(self, work: _DocumentWork, sentence: Sentence, pair: Pair) -> Pair:
        """The next pair of a document as those before it have it, with what the checks and the memory say of it."""
        pair = work.one_english.agreeing(sentence, pair)
        if self.abbreviations == Abbreviations.FIRST:
            pair = work.abbreviations.shortened(sentence, pair)
        return self.recall.with_offers(replace(pair, findings=self.examine(pair)))

    def _fits(self, text: str) -> bool:
        """Is a text short enough to be translated as one?"""
        most = min(self.engine.max_subwords, MAX_PART_LENGTH)
        if text.isascii() and len(text) < most - 1:
            return True  # a text has at most a subword for each letter, one for its beginning and one for the language
        return self.engine.count(text) <= most
