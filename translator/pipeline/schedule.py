"""Windows over many documents: the engine gets the sentences of several at once, each document comes out when whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from glossary import Abbreviations, Matcher
from translator.bitext import Bitext, Finding, Pair, Stamp
from translator.document import Document, Span
from translator.enforcement.cascade import Enforced, Task, enforce
from translator.engines.base import Engine
from translator.language.identification import document_language
from translator.pipeline.assemble import assemble_bitext, assemble_pair
from translator.pipeline.consistency import with_one_english
from translator.pipeline.first_abbreviations import with_first_abbreviations
from translator.pipeline.prepare import Preparation, Sentence, prepare, split_document
from translator.pipeline.recall import Recall, TranslationMemory
from translator.pipeline.xml_characters import fit_for_xml

# Sentences that are translated at once: enough for the engine to make full batches of equal length.
WINDOW = 256
# Subwords: a longer sentence is split at its clauses, although a model may take more, for beyond it Marian models drop
# words and babble. On FLORES dev 80 is as good as 200 or better (BLEU 23.42 and 23.41, chrF2++ 49.51 and 49.48), 60 is
# worse (23.36, 49.49); a sentence of 123 words takes 0.2 s instead of 4.
MAX_PART_LENGTH = 80

# The findings of checks that look at a whole document, each with the number of its pair.
ExamineDocument = Callable[[Sequence[Pair]], Iterable[tuple[int, Finding]]]
Progress = Callable[[int], None]  # receives the number of sentences that have just been done


@dataclass(slots=True)
class _DocumentWork:
    """A document on its way.

    spans: of the sentences of each segment. recalled: for each sentence the pair that the memory has, if any. pairs: of
    the first of `sentences`, so far.
    """

    document: Document
    spans: list[tuple[Span, ...]]
    sentences: list[Sentence]
    recalled: list[Pair | None]
    pairs: list[Pair] = field(default_factory=list)
    error: Exception | None = None

    @property
    def left(self) -> int:
        if self.error:
            return 0
        return len(self.sentences) - len(self.pairs)

    def next_sentences(self) -> list[tuple[Sentence, Pair | None]]:
        """The next of its sentences, at most a window, each with its pair if the memory has it."""
        done = len(self.pairs)
        end = done + min(self.left, WINDOW)
        return list(zip(self.sentences[done:end], self.recalled[done:end], strict=True))


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What `build` makes of Settings: from documents to bitexts.

    matcher finds the terms; folded finds them in any case, for text in capitals. examine: the checks of a pair;
    examine_document: those of a document. abbreviations: what becomes of the Indonesian ones of the built-in lists.
    notices: what the user should know before the work begins. remembered: how many translations are kept for when the
    same sentence comes again. keep_names: words that look like names are to stand in the translation as they are.
    recall: the translation memory.
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
            begun(len(queue[-1].sentences))
            while sum(work.left for work in queue) >= WINDOW:
                if stopped():
                    return
                self._advance(queue, known, progress)
                yield from self._take_whole(queue)
        while queue and not stopped():
            self._advance(queue, known, progress)
            yield from self._take_whole(queue)

    def _begin(self, document: Document) -> _DocumentWork:
        try:
            language = document_language([segment.text for segment in document.segments])
            how = Preparation(self.matcher, self.folded, self.keep_names, self._fits, language)
            spans = split_document(document)
            sentences = []
            for segment, its_spans in zip(document.segments, spans, strict=True):
                sentences += [prepare(span.of(segment.text), how) for span in its_spans]
            recalled = self.recall.recall(sentences)
        except Exception as error:  # one document's, whatever it is: the others go on
            return _DocumentWork(document, [], [], [], error=error)
        return _DocumentWork(document, spans, sentences, recalled)

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
            except Exception as error:
                work.error = error
                continue
            work.pairs.append(pair)
            if recalled is None:
                new.append((sentence, pair, work.document.name))
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
            pairs = with_one_english(work.sentences, work.pairs)
            if self.abbreviations == Abbreviations.FIRST:
                pairs = with_first_abbreviations(work.sentences, pairs)
            pairs = self.recall.with_offers(self._examined(pairs))
            bitext = assemble_bitext(work.document, work.spans, pairs, self.stamp)
            return fit_for_xml(bitext)
        except Exception as error:  # of one document: the others go on
            return error

    def _examined(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs of a document with what the checks find in them."""
        examined = [replace(pair, findings=self.examine(pair)) for pair in pairs]
        for number, finding in self.examine_document(examined):
            pair = examined[number]
            examined[number] = replace(pair, findings=(*pair.findings, finding))
        return examined

    def _fits(self, text: str) -> bool:
        """Is a text short enough to be translated as one?"""
        most = min(self.engine.max_subwords, MAX_PART_LENGTH)
        if text.isascii() and len(text) < most - 1:
            return True  # a text has at most a subword for each letter, one for its beginning and one for the language
        return self.engine.count(text) <= most
