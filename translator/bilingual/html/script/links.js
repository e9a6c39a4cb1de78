// Words that belong together light up when one of them is pointed at, or walked over with the arrow keys.

// White space as Python's str.split() knows it, and the signs that are shown for control characters of that kind.
const GAP = /([\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u240b\u240c\u241c-\u241f]+)/;
const lit = [];
const clear = () => lit.splice(0).forEach(element => element.classList.remove('on'));
const light = element => { element.classList.add('on'); lit.push(element); };

// Put each word of a cell into an element. A word that the border of a term cuts becomes several, the later ones "rest".
const wrap = cell => {
  if (cell.querySelector('span')) return;
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  let isInside = false;
  for (const text of texts) {
    const parts = text.data.split(GAP).filter(Boolean);
    text.replaceWith(...parts.map(part => {
      if (GAP.test(part)) { isInside = false; return part; }
      const word = document.createElement('span');
      word.textContent = part;
      word.tabIndex = -1;
      if (isInside) word.className = 'rest';
      isInside = true;
      return word;
    }));
  }
};

// The words of a cell, each as its elements.
const words = cell => {
  wrap(cell);
  const all = [];
  for (const span of cell.querySelectorAll('span'))
    if (span.classList.contains('rest')) all.at(-1).push(span); else all.push([span]);
  return all;
};

// The links of a sentence as pairs of word numbers; an edited one has none.
const linksOf = at => {
  const links = isEdited(at) ? '' : rows[at].links;
  return links.split(' ').filter(Boolean).map(link => link.split('-').map(Number));
};

const show = spot => {
  clear();
  const cell = spot.closest?.('.pair > p');
  if (!cell) return;
  const pair = cell.parentNode, at = indexOf.get(pair), side = cell.lang === 'id' ? 0 : 1;
  const here = words(cell), there = words(cellOf(at, side ? 'id' : 'en'));
  const number = here.findIndex(word => word.includes(spot)), mark = spot.closest('mark');
  const partners = linksOf(at).filter(link => link[side] === number).map(link => link[1 - side]);
  if (partners.length) here[number]?.forEach(light);
  partners.forEach(word => there[word]?.forEach(light));
  if (mark) pair.querySelectorAll(`mark[data-term="${mark.dataset.term}"]`).forEach(light);
};

// The arrow keys walk over the words of the current sentence, from the source into the translation.
const walk = (pair, focused, step) => {
  const all = [...pair.querySelectorAll(':scope > p')].flatMap(words);
  const from = all.findIndex(word => word.includes(focused));
  if (from < 0 && step < 0) return;
  all[from + step]?.[0].focus();
};

// The words are made when the pointer comes, so what it points at is asked for again.
document.addEventListener('pointerover', event => {
  const cell = event.target.closest?.('.pair > p');
  if (cell) wrap(cell);
  show(document.elementFromPoint(event.clientX, event.clientY) ?? event.target);
});
// To focus a sentence, as a tap does, lights no word and puts none out.
const isWord = element => element.closest('.pair > p');
document.addEventListener('focusin', event => { if (isWord(event.target)) show(event.target); });
document.addEventListener('focusout', event => { if (isWord(event.target)) clear(); });
