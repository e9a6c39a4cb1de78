// The table and the translation memory with the reviewer's work in them, as files to download.

let saved = 0; // how many changes are in a file

// The row of a sentence as it is now. The links and findings of the old words are not said of new ones.
const current = at => {
  const reviewed = isReviewed(at) ? 'yes' : '';
  if (!isEdited(at)) return { ...rows[at], reviewed };
  return { ...rows[at], target: textOf(at), terms: termsOf(at), findings: [], links: '', score: null, reviewed };
};

// JSON with the spaces that Python's json puts into it.
const json = value => {
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${json(one)}`).join(', ')}}`;
};

const DECIMALS = 4; // of a score
const scoreText = score => {
  if (score === null) return '';
  return (Object.is(score, -0) ? '-' : '') + score.toFixed(DECIMALS); // of -0, toFixed loses the sign
};
const cellText = (name, value) => {
  if (name === 'score') return scoreText(value);
  return typeof value === 'string' ? value : json(value);
};

// As Python's csv dialect excel-tab quotes.
const quoted = cell => /[\t"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const line = cells => `${cells.map(quoted).join('\t')}\n`;

const table = () => {
  const lines = rows.map((_, at) => {
    const row = current(at);
    return line([about.document, ...about.columns.map(name => cellText(name, row[name]))]);
  });
  return line(['document', ...about.columns]) + lines.join('');
};

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = value => `${value}`
  .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  .replace(/[&<>"]/g, char => ENTITIES[char]);
const prop = (name, value) => value ? `<prop type="padan:${name}">${xml(value)}</prop>` : '';

const memory = () => {
  const made = `creationtool="Padan page" creationtoolversion="${xml(about.version)}" segtype="sentence" o-tmf="Padan"`;
  const stamp = ['signature', 'engine', 'model', 'document'].map(name => prop(name, about[name])).join('');
  const units = rows.map((_, at) => {
    const row = current(at), names = ['segment', 'sentence', 'origin', 'where', 'reviewed'];
    const texts = [['id', row.source], ['en', row.target]].map(
      ([language, content]) => `<tuv xml:lang="${language}"><seg>${xml(content)}</seg></tuv>`);
    return `<tu>${names.map(name => prop(name, row[name])).join('')}${texts.join('')}</tu>\n`;
  });
  return `<?xml version='1.0' encoding='UTF-8'?>\n<tmx version="1.4">\n`
    + `<header ${made} adminlang="en" srclang="id" datatype="plaintext">${stamp}</header>\n<body>\n${units.join('')}</body>\n</tmx>\n`;
};

// A name of Padan's kind, so that the file is never taken for a source: berita.en.txt.id-en.reviewed.tsv.
const fileName = suffix => {
  const own = location.pathname.split('/').at(-1).replace(/\.html$/, '');
  try {
    return `${decodeURIComponent(own) || `${about.document}.id-en`}.reviewed.${suffix}`;
  } catch {
    return `${about.document}.id-en.reviewed.${suffix}`;
  }
};

const save = (suffix, type, content) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = fileName(suffix);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000); // the browser reads it in its own time
  saved = past.length;
  say(`${link.download} is saved`);
};
