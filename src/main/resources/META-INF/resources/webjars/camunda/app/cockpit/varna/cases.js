// On the dashboard: cases by state, and deadlines kept or broken.
import { element, figures, show, table } from './figures.js';

const share = ({ kept, broken }) => (kept + broken === 0 ? '–' : `${Math.round((100 * kept) / (kept + broken))} %`);

export default {
  id: 'varna.cases',
  pluginPoint: 'cockpit.dashboard',
  priority: 10,
  render(node) {
    show(node, figures('arenden'), ({ states, deadlines }) => [
      element(
        'div',
        { className: 'varna-tables' },
        table(
          'Ärenden efter läge',
          [{ name: 'Läge' }, { name: 'Ärenden' }, { name: 'I tid' }, { name: 'Försenade' }],
          states.map(({ name, open, cases, late }) =>
            open ? [name, cases, cases - late, late] : [`${name} det senaste året`, cases, '–', '–']
          )
        ),
        table(
          'Frister det senaste året',
          [{ name: 'Frist' }, { name: 'Hållna' }, { name: 'Brutna' }, { name: 'Andel hållna' }],
          deadlines.map(deadline => [deadline.name, deadline.kept, deadline.broken, share(deadline)])
        )
      )
    ]);
  },
  unmount() {}
};
