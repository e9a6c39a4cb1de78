'use strict';
// The sentences: what the table says of them, their elements, and what the reviewer has made of them.

const one = selector => document.querySelector(selector);
const { about, rows: lists } = JSON.parse(one('#rows').textContent);
const rows = lists.map(cells => Object.fromEntries(about.columns.map((name, column) => [name, cells[column]])));
const numbers = rows.map(row => `${row.segment}.${row.sentence}`);
const elements = [...document.querySelectorAll('.pair')];
const indexOf = new Map(elements.map((element, at) => [element, at]));
const cellOf = (at, language) => elements[at].querySelector(`:scope > p[lang=${language}]`);

// By a sentence's number: {target, reviewed}. A sentence without an entry is as the page was written.
let work = {};
let past = []; // each change as {at, before}, for undo
const key = `padan:${about.document}:${about['translation-sha256']}:${about.part}`;
let isKept = true; // does the browser keep the work? It may refuse to.

const textOf = at => work[numbers[at]]?.target ?? rows[at].target;
const isEdited = at => textOf(at) !== rows[at].target;
// What is edited counts as reviewed.
const isReviewed = at => isEdited(at) || (work[numbers[at]]?.reviewed ?? rows[at].reviewed === 'yes');

// A browser may refuse to keep anything for a page.
const remember = (name, value) => {
  try {
    localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
};
const remembered = name => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

const keep = () => { isKept = remember(key, JSON.stringify({ work, past })); };
const recall = () => {
  work = {};
  past = [];
  try {
    const kept = JSON.parse(remembered(key));
    const isWork = Object.values(kept.work).every(done => typeof done.target === 'string') && Array.isArray(kept.past);
    if (isWork) ({ work, past } = kept);
  } catch { /* nothing of ours is kept */ }
};

const escaped = text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'); // for a pattern of Unicode, which allows no other escapes;
const lengthOf = text => [...text].length; // in characters, as the table counts them

// The terms of a sentence. In an edited one, a term is where its words still stand, and else it is missing.
const termsOf = at => {
  if (!isEdited(at)) return rows[at].terms;
  const before = [...rows[at].target], text = textOf(at);
  let done = 0;
  return rows[at].terms.map(use => {
    if (!use.target_span) return use;
    const words = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(before.slice(...use.target_span).join(''))}(?![\\p{L}\\p{N}])`, 'gu');
    words.lastIndex = done;
    const found = words.exec(text) ?? words.exec(text); // the second time from the beginning
    if (!found?.[0]) return { ...use, status: 'missing', target_span: null };
    done = words.lastIndex;
    const start = lengthOf(text.slice(0, found.index));
    return { ...use, target_span: [start, start + lengthOf(found[0])] };
  });
};

// A control character is shown as a sign, so that none can turn or hide the text around it.
const visible = text => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]/g, char => {
  const code = char.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
});

// An edited translation as nodes, its terms in the marks that they had.
const painted = (at, marks) => {
  const chars = [...textOf(at)], nodes = [];
  const uses = termsOf(at).map((use, term) => [use.target_span, marks.find(mark => mark.dataset.term === `${term}`)]);
  let done = 0;
  for (const [span, mark] of uses.filter(([span, mark]) => span && mark).sort(([a], [b]) => a[0] - b[0])) {
    if (span[0] < done) continue;
    const shown = mark.cloneNode();
    shown.append(visible(chars.slice(...span).join('')));
    nodes.push(visible(chars.slice(done, span[0]).join('')), shown);
    done = span[1];
  }
  return [...nodes, visible(chars.slice(done).join(''))];
};

const written = new Map(); // the nodes of edited translations, as the page was written

const lower = { source: rows.map(row => row.source.toLowerCase()), target: rows.map(row => row.target.toLowerCase()) };

// Show what has become of a sentence.
const refresh = at => {
  const cell = cellOf(at, 'en'), pair = elements[at];
  if (!written.has(at) && isEdited(at)) written.set(at, [...cell.childNodes]);
  const nodes = written.get(at);
  if (nodes) cell.replaceChildren(...(isEdited(at) ? painted(at, nodes.filter(node => node.matches?.('mark'))) : nodes));
  lower.target[at] = textOf(at).toLowerCase();
  pair.classList.toggle('edited', isEdited(at));
  pair.querySelector('.done')?.remove();
  if (!isReviewed(at)) return;
  const done = document.createElement('small');
  done.className = 'done';
  done.textContent = isEdited(at) ? '\u2713 edited' : '\u2713 reviewed';
  pair.querySelector('.number').append(done);
};

const put = (at, done) => {
  if (done) work[numbers[at]] = done;
  else delete work[numbers[at]];
  keep();
  refresh(at);
};

const change = (at, target, reviewed) => {
  past.push({ at, before: work[numbers[at]] });
  put(at, { target, reviewed });
};

const restore = () => {
  const before = Object.keys(work);
  recall();
  for (const number of new Set([...before, ...Object.keys(work)]))
    if (numbers.includes(number)) refresh(numbers.indexOf(number));
};
