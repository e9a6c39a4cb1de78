// The reviewer at work: the current sentence, the keys, and the edit of a translation.

let here = -1; // the current sentence; before the first one is chosen, none

const go = at => {
  const before = elements[here] ?? elements[0];
  before.classList.remove('at');
  before.removeAttribute('aria-current');
  before.tabIndex = -1;
  here = at;
  const pair = elements[at];
  pair.classList.add('at');
  pair.setAttribute('aria-current', 'true');
  pair.tabIndex = 0;
  if (!pair.contains(document.activeElement)) pair.focus({ preventScroll: true }); // a word that was tapped stays lit
  pair.scrollIntoView({ block: 'nearest' });
};

// The nearest shown sentence before (-1) or after (1) the current one that passes a test.
const seek = (step, test, what) => {
  let at = here < 0 && step < 0 ? rows.length : here;
  do at += step; while (rows[at] && (elements[at].hidden || !test(at)));
  if (rows[at]) go(at);
  else say(`no ${what} ${step > 0 ? 'after' : 'before'} this one`);
};
const anySentence = () => true;
const hasFinding = at => rows[at].findings.length > 0;

// What follows from a change.
const settle = message => {
  offerReviews();
  draw();
  one('#undo').disabled = !past.length;
  say(isKept ? message : `${message}; this browser keeps no edits: save them before you close the page`);
};

// Is there a current sentence to work on? If not, the next one becomes it.
const isReady = () => {
  if (elements[here] && !elements[here].hidden) return true;
  seek(1, anySentence, 'sentence');
  return false;
};

const accept = () => {
  if (!isReady()) return;
  if (isEdited(here)) return say(`${numbers[here]} is edited, and so reviewed; undo takes that back`);
  change(here, textOf(here), !isReviewed(here));
  settle(`${numbers[here]} is ${isReviewed(here) ? 'accepted as reviewed' : 'not reviewed any more'}`);
};

const undo = () => {
  const last = past.pop();
  if (!last) return;
  put(last.at, last.before);
  go(last.at);
  settle(`the change of ${numbers[last.at]} is undone`);
};

// Show a box with the translation instead of its cell. `begin`: the text in it, if not the translation.
const edit = begin => {
  const old = one('textarea');
  if (old) return old.focus();
  if (!isReady()) return;
  const at = here, cell = cellOf(at, 'en'), box = document.createElement('textarea');
  box.lang = 'en';
  box.dir = 'auto';
  box.setAttribute('aria-label', `Translation of ${numbers[at]}`);
  box.value = textOf(at);
  const untouched = box.value; // the box has line ends of its own
  if (begin !== undefined) box.value = begin;
  let isOpen = true;
  const close = isWanted => {
    if (!isOpen) return;
    isOpen = false; // to take the box away is a blur, too
    const made = box.value;
    box.remove();
    cell.hidden = false;
    if (!isWanted || made === untouched) return;
    change(at, made.trim(), true);
    settle(`${numbers[at]} is edited`);
  };
  box.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'Escape') close(false);
    else if (event.key === 'Enter' && !event.shiftKey) close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
    go(at);
    if (event.ctrlKey || event.metaKey) seek(1, anySentence, 'sentence');
  });
  // When another window comes to the front, the box stays the active element, and the edit goes on afterwards.
  box.addEventListener('blur', () => { if (document.activeElement !== box) close(true); });
  cell.hidden = true;
  cell.after(box);
  box.focus();
};

const keys = one('#keys');
const ACTIONS = {
  next: () => seek(1, hasFinding, 'finding'),
  previous: () => seek(-1, hasFinding, 'finding'),
  edit: () => edit(),
  use: button => edit(rows[here].fuzzy[button.dataset.offer].target),
  accept,
  undo,
  search: () => { one('#text').focus(); one('#text').select(); },
  down: () => seek(1, anySentence, 'sentence'),
  up: () => seek(-1, anySentence, 'sentence'),
  keys: () => keys.showModal(),
  close: () => keys.close(),
  theme: () => shade(isDark() ? 'light' : 'dark'),
  tsv: () => save('tsv', 'text/tab-separated-values', table()),
  tmx: () => save('tmx', 'application/xml', memory()),
};
const KEYS = { n: 'next', p: 'previous', j: 'down', k: 'up', e: 'edit', a: 'accept', u: 'undo', '/': 'search', '?': 'keys' };

const isTyping = target => target.closest('input, textarea, select, dialog, [contenteditable]');

document.addEventListener('keydown', event => {
  const target = event.target;
  if (event.key === 'Escape') {
    clear();
    if (target === text) { text.value = ''; filter(); }
    if (here >= 0 && !target.closest('dialog')) elements[here].focus({ preventScroll: true });
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(target)) return;
  const pair = target.closest('.pair'), step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (pair && step) walk(pair, target, step);
  else if (event.key === 'Enter' && !target.closest('a, button, summary')) edit();
  else if (KEYS[event.key.toLowerCase()]) ACTIONS[KEYS[event.key.toLowerCase()]]();
  else return;
  event.preventDefault();
});

document.addEventListener('click', event => {
  const button = event.target.closest('button'), pair = event.target.closest('.pair');
  const isPlain = !event.target.closest('a, summary, textarea') && getSelection().isCollapsed;
  if (pair && (button || isPlain)) go(indexOf.get(pair));
  if (button?.value) ACTIONS[button.value](button);
});
document.addEventListener('dblclick', event => {
  if (event.target.closest('.pair > p[lang=en]')) edit();
});
// Another window with the same page has changed the work.
addEventListener('storage', event => {
  if (event.key !== key) return;
  restore();
  settle('edits of another window are shown');
});
addEventListener('beforeunload', event => {
  if (one('textarea') || (!isKept && past.length !== saved)) event.preventDefault();
});

restore();
offerAll();
filter();
one('#undo').disabled = !past.length;
if (elements.length) elements[0].tabIndex = 0;
for (const each of document.querySelectorAll('.desk, .hint')) each.hidden = false;
draw();
