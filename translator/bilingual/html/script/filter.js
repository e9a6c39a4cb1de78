// The filters: by text, finding, term and review; a sentence is shown where all of them agree.

const text = one('#text'), side = one('#side'), finding = one('#finding'), term = one('#term'), review = one('#review');
const shown = one('#shown'), blocks = document.querySelectorAll('.block');
const MARKED = 500; // sentences, the first that are shown: of all 5,000 it would take longer than a key is pressed
const HEIGHT = 5; // of a sentence, about, where it has not been laid out
const STATUS = { natural: 'the model\u2019s own', swapped: 'swapped in', source: 'copied from the source', spliced: 'spliced in' };
const SIDES = { '': at => `${lower.source[at]}\n${lower.target[at]}`, id: at => lower.source[at], en: at => lower.target[at] };
const REVIEWS = { '': () => true, open: at => !isReviewed(at), done: isReviewed, edited: isEdited };

// A choice of a filter is a word, and a colon with what it must be.
const FINDINGS = {
  '': () => true,
  any: row => row.findings.length > 0,
  severity: (row, wanted) => row.findings.some(each => each.severity === wanted),
  check: (row, wanted) => row.findings.some(each => each.check === wanted),
};
const TERMS = {
  '': () => true,
  any: row => row.terms.length > 0,
  repaired: (_, __, at) => elements[at].classList.contains('fixed'),
  status: (row, wanted) => row.terms.some(each => each.status === wanted),
};
const judged = (tests, choice, at) => {
  const [kind, ...wanted] = choice.split(':');
  return tests[kind](rows[at], wanted.join(':'), at);
};

const sought = () => text.value.trim().toLowerCase();
const matches = (at, wanted) => {
  return SIDES[side.value](at).includes(wanted)
    && judged(FINDINGS, finding.value, at) && judged(TERMS, term.value, at) && REVIEWS[review.value](at);
};

const several = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
const isFiltered = () => Boolean(sought() || finding.value || term.value || review.value);

// What the screen says, aloud where somebody listens.
const say = message => { shown.textContent = message; };

// Show what matches inside an element of segments, and the element if anything does; how many sentences that is.
const sift = (element, wanted) => {
  let count = 0;
  for (const child of element.children) {
    if (!indexOf.has(child)) count += sift(child, wanted);
    else count += !(child.hidden = !matches(indexOf.get(child), wanted));
  }
  element.hidden = !count;
  return count;
};

const filter = () => {
  const wanted = sought();
  let count = 0;
  for (const block of blocks) {
    const some = sift(block, wanted);
    block.style.containIntrinsicHeight = isFiltered() ? `${some * HEIGHT}rem` : ''; // what it was is not what it is
    count += some;
  }
  say(isFiltered() ? `${count.toLocaleString('en')} of ${several(rows.length, 'sentence')}` : several(rows.length, 'sentence'));
  highlight();
  draw();
};

// Mark the text that is looked for.
const highlight = () => {
  if (!window.CSS?.highlights) return;
  const wanted = sought(), found = new Highlight();
  CSS.highlights.set('searched', found);
  if (!wanted) return;
  for (const element of elements.filter(element => !element.hidden).slice(0, MARKED)) {
    const cells = side.value ? [element.querySelector(`:scope > p[lang=${side.value}]`)] : element.querySelectorAll(':scope > p');
    for (const cell of cells) mark(cell, wanted, found);
  }
};

const mark = (cell, wanted, found) => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), nodes = [];
  let whole = '';
  while (walker.nextNode()) {
    nodes.push([whole.length, walker.currentNode]);
    whole += walker.currentNode.data;
  }
  const spot = place => {
    const [start, node] = nodes.findLast(([start]) => start <= place);
    return [node, Math.min(place - start, node.data.length)];
  };
  whole = whole.toLowerCase();
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) {
    const range = new Range();
    range.setStart(...spot(at));
    range.setEnd(...spot(at + wanted.length));
    found.add(range);
  }
};

// How many sentences each choice of a filter would show.
const offer = (select, choices, count) => {
  const chosen = select.value;
  select.replaceChildren(...choices.map(([value, label]) => new Option(value ? `${label} (${count(value)})` : label, value)));
  select.value = chosen;
};
const countOf = test => rows.reduce((count, _, at) => count + Boolean(test(at)), 0);
const names = list => [...new Set(list)].sort();

const offerReviews = () => offer(
  review,
  [['', 'Reviewed or not'], ['open', 'Not reviewed'], ['done', 'Reviewed'], ['edited', 'Edited']],
  value => countOf(REVIEWS[value]),
);

const offerAll = () => {
  const found = rows.flatMap(row => row.findings), terms = rows.flatMap(row => row.terms);
  const severities = ['error', 'warning'].filter(each => found.some(one => one.severity === each));
  offer(finding, [
    ['', 'All sentences'], ['any', 'With findings'],
    ...severities.map(each => [`severity:${each}`, `With ${each}s`]),
    ...names(found.map(each => each.check)).map(check => [`check:${check}`, `Check ${check}`]),
  ], value => countOf(at => judged(FINDINGS, value, at)));
  offer(term, [
    ['', 'All terms'], ['any', 'With terms'], ['repaired', 'Repaired or unsure'],
    ...names(terms.map(each => each.status)).map(status => [`status:${status}`, `Term ${STATUS[status] ?? status}`]),
  ], value => countOf(at => judged(TERMS, value, at)));
  offerReviews();
};

for (const control of [text, side, finding, term, review]) control.addEventListener('input', filter);
