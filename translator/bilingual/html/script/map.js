// The narrow picture at the edge: where among the sentences that are shown the findings lie, and what the screen shows.

const map = one('.map'), picture = map.querySelector('canvas'), lens = map.querySelector('i');
const LEAST = 3; // pixels: what is smaller is not seen
let listed = elements; // the sentences that the filters leave
let spread = []; // their blocks, each with the place of its first sentence in `listed`, and how many it has

const worst = rows.map(row => {
  const severities = row.findings.map(each => each.severity);
  return severities.includes('error') ? 'error' : severities[0];
});
const kindOf = at => isReviewed(at) ? 'done' : worst[at];

const draw = () => {
  listed = elements.filter(element => !element.hidden);
  spread = [];
  for (const [place, element] of listed.entries()) {
    const block = element.closest('.block');
    if (spread.at(-1)?.block !== block) spread.push({ block, first: place, count: 0 });
    spread.at(-1).count++;
  }
  const { clientWidth: width, clientHeight: height } = map, pen = picture.getContext('2d');
  picture.width = width * devicePixelRatio;
  picture.height = height * devicePixelRatio;
  pen.scale(devicePixelRatio, devicePixelRatio);
  const step = height / Math.max(listed.length, 1), high = Math.min(Math.max(step, LEAST), 2 * LEAST);
  const places = { done: [], warning: [], error: [] }; // the graver lie on top
  for (const [place, element] of listed.entries()) places[kindOf(indexOf.get(element))]?.push(place);
  for (const [kind, all] of Object.entries(places)) {
    picture.style.color = `var(--${kind})`;
    pen.fillStyle = getComputedStyle(picture).color;
    const left = kind === 'done' ? width * .6 : 2;
    for (const place of all) pen.fillRect(left, place * step, width - left - 2, high);
  }
  follow();
};

// How many of the listed sentences lie above `edge`, in pixels of the screen. Inside a block it is estimated: where
// blocks have not been laid out, their sentences have no places.
const above = edge => {
  let low = 0, high = spread.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spread[middle].block.getBoundingClientRect().bottom < edge) low = middle + 1; else high = middle;
  }
  if (!spread[low]) return listed.length;
  const { block, first, count } = spread[low], box = block.getBoundingClientRect();
  return first + count * Math.max(0, edge - box.top) / box.height;
};

const follow = () => {
  const step = map.clientHeight / Math.max(listed.length, 1);
  const first = above(Math.max(0, one('.desk').getBoundingClientRect().bottom)), last = above(innerHeight);
  lens.style.top = `${first * step}px`;
  lens.style.height = `${Math.max((last - first) * step, LEAST)}px`;
};

map.hidden = false;
map.addEventListener('click', event => {
  const place = Math.floor(event.offsetY / map.clientHeight * listed.length);
  if (listed[place]) go(indexOf.get(listed[place]));
});
addEventListener('scroll', () => requestAnimationFrame(follow), { passive: true });
addEventListener('resize', draw);
system.addEventListener('change', draw);
