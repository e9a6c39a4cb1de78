"""What the bilingual page of a long document costs a browser: to open it, to filter, and to scroll through it.

    python -m benchmarks.page [--sentences 5000]

The seconds are of the processor, as Chromium's main thread counts them, so that other work on the machine changes
little; the frames of scrolling are of the clock, each a screenful further than the one before.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.bilingual.chromium import Tab, chromium
from tests.bilingual.sample import bitext, put, sample
from translator.bilingual import html

TYPED = ("k", "ka", "kap", "kapal", "kapa", "")
SEARCH = """(async () => {
  for (const typed of %s) {
    text.value = typed;
    text.dispatchEvent(new Event('input'));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  }
})()"""
SCROLL = """(async () => {
  const frames = [];
  let before = performance.now();
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - before);
    before = now;
  }
  return frames.sort((a, b) => a - b);
})()"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sentences", type=int, default=5000)
    wanted = parser.parse_args().sentences
    with tempfile.TemporaryDirectory() as folder, chromium(Path(folder) / "profile") as tab:
        page = Path(folder) / "page.html"
        segments = [list(segment.pairs) for segment in sample().segments]
        put(html, bitext(list(islice(cycle(segments), wanted * len(segments) // sum(map(len, segments))))), page, b"")
        measure(tab, page)


def measure(tab: Tab, page: Path) -> None:
    tab.call("Performance.enable", timeDomain="threadTicks")
    tab.screen(1280, 900)
    opening, _ = cost(tab, lambda: tab.open(page))
    paint = tab.run("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    search, _ = cost(tab, lambda: waited(tab, SEARCH % list(TYPED)))
    scrolling, frames = cost(tab, lambda: waited(tab, SCROLL))
    print(f"{tab.run('rows.length')} sentences, {page.stat().st_size / 1e6:.1f} MB")
    print(f"first paint after {paint:.0f} ms; {opening:.0f} ms of the processor until all is there")
    print(f"a key in the search: {search / len(TYPED):.0f} ms")
    print(f"scrolling through {len(frames)} screenfuls: {scrolling / len(frames):.1f} ms each; ", end="")
    print(f"median frame {frames[len(frames) // 2]:.1f} ms, 95th percentile {frames[len(frames) * 95 // 100]:.1f} ms")


def cost(tab: Tab, run: Callable[[], Any]) -> tuple[float, Any]:
    """The milliseconds of the processor that the page's main thread spends, and what came of it."""
    before = spent(tab)
    result = run()
    return (spent(tab) - before) * 1000, result


def spent(tab: Tab) -> float:
    metrics = tab.call("Performance.getMetrics")["metrics"]
    return float({each["name"]: each["value"] for each in metrics}["TaskDuration"])


def waited(tab: Tab, script: str) -> Any:
    """The value that a script's promise comes to."""
    return tab.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)["result"].get("value")


if __name__ == "__main__":
    main()
