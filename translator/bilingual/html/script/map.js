// The narrow picture at the edge: where among the sentences that are shown the findings lie, and what the screen shows.

const map = one('.map'), picture = map.querySelector('canvas'), lens = map.querySelector('i');
const LEAST = 3; // pixels: what is smaller is not seen
let listed = elements; // the sentences that the filters leave

const kindOf = at => {
  if (isReviewed(at)) return 'done';
  const severities = rows[at].findings.map(each => each.severity);
  return severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : null;
};

const draw = () => {
  listed = elements.filter(element => !element.hidden);
  const { clientWidth: width, clientHeight: height } = map, pen = picture.getContext('2d');
  picture.width = width * devicePixelRatio;
  picture.height = height * devicePixelRatio;
  pen.scale(devicePixelRatio, devicePixelRatio);
  const step = height / Math.max(listed.length, 1), high = Math.min(Math.max(step, LEAST), 2 * LEAST);
  // The graver a finding is, the later it is drawn: it lies on top.
  for (const kind of ['done', 'warning', 'error']) {
    picture.style.color = `var(--${kind})`;
    pen.fillStyle = getComputedStyle(picture).color;
    const left = kind === 'done' ? width * .6 : 2;
    for (const [place, element] of listed.entries())
      if (kindOf(indexOf.get(element)) === kind) pen.fillRect(left, place * step, width - left - 2, high);
  }
  follow();
};

// The place among the listed sentences of the first whose segment ends below `edge`, in pixels of the screen.
const firstBelow = edge => {
  let low = 0, high = listed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (listed[middle].parentNode.getBoundingClientRect().bottom < edge) low = middle + 1; else high = middle;
  }
  return low;
};

const follow = () => {
  const step = map.clientHeight / Math.max(listed.length, 1);
  const first = firstBelow(Math.max(0, one('.desk').getBoundingClientRect().bottom)), last = firstBelow(innerHeight) + 1;
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
