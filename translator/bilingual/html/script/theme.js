// Light or dark: as the system has it, until the reviewer chooses.

const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (document.documentElement.dataset.theme || (system.matches ? 'dark' : 'light')) === 'dark';
const shade = theme => {
  document.documentElement.dataset.theme = theme;
  remember('padan:theme', theme);
  draw();
};

document.documentElement.dataset.theme = remembered('padan:theme') ?? '';
