// What Cockpit's pages of ours share: where the figures come from, how they are said, and how a table is made.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('./figures.css', import.meta.url).href;
document.head.append(style);

/** What the address says; null for those whom the figures are not for. */
export const figures = async (...path) => {
  const answer = await fetch(`${root}/flode/${path.map(encodeURIComponent).join('/')}`, {
    headers: { Accept: 'application/json' }
  });
  if (answer.status === 404) {
    // An answer that nobody reads stays open.
    await answer.text();
    return null;
  }
  if (!answer.ok || answer.redirected) {
    throw new Error('no figures');
  }
  return answer.json();
};

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** A table whose first column names the row; the other cells are numbers unless the column says that it is of text. */
export const table = (caption, columns, rows) =>
  element(
    'table',
    { className: 'varna-figures' },
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element('tr', {}, ...columns.map(({ name, text }) => element('th', { scope: 'col', className: text ? 'text' : '' }, name)))
    ),
    element(
      'tbody',
      {},
      ...rows.map(([first, ...cells]) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, first),
          ...cells.map((cell, i) => element('td', { className: columns[i + 1].text ? 'text' : '' }, `${cell}`))
        )
      )
    )
  );

/** Shows what comes when it has come, or says why it does not. */
export const show = async (node, wanted, content) => {
  node.classList.add('varna-part');
  // It can be wider than a telephone, and is then leafed with the keyboard too.
  node.tabIndex = 0;
  node.replaceChildren(element('p', { role: 'status' }, 'Hämtar …'));
  try {
    const found = await wanted;
    node.replaceChildren(...(found ? content(found) : [element('p', {}, 'Det här visas för processägare.')]));
  } catch (error) {
    node.replaceChildren(element('p', { role: 'alert' }, 'Det gick inte att hämta uppgifterna. Läs om sidan och försök igen.'));
  }
};

const oneDecimal = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So long, in the unit that suits: 12 min, 1,5 tim, 3,2 dygn. */
export const lasted = seconds => {
  if (seconds === undefined || seconds === null) {
    return '–';
  }
  if (seconds < MINUTE) {
    return 'under 1 min';
  }
  if (seconds < HOUR) {
    return `${Math.floor(seconds / MINUTE)} min`;
  }
  return seconds < 2 * DAY ? `${oneDecimal.format(seconds / HOUR)} tim` : `${oneDecimal.format(seconds / DAY)} dygn`;
};

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });

/** 24 nov. 2026 kl. 10.00, in Swedish time. */
export const moment = instant => {
  const date = new Date(instant);
  return `${day.format(date)} kl. ${time.format(date).replace(':', '.')}`;
};

/** Draws these lines above the step, if the diagram has it. */
export const label = (viewer, id, lines, explanation) => {
  if (viewer.get('elementRegistry').get(id)) {
    const drawn = element('div', { className: 'varna-label', title: explanation }, ...lines.map(line => element('div', {}, line)));
    viewer.get('overlays').add(id, 'varna', { position: { top: -2, left: 0 }, scale: { min: 0.9 }, html: drawn });
  }
};
