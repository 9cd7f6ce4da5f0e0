// Takes the place of the configuration that comes with Cockpit.
import { administrator, close, webapp } from '../../tasklist/varna/webapp.js';
import { translate } from '../../tasklist/varna/words.js';

translate(
  [
    [/^State$/, 'Läge'],
    [/^Actions$/, 'Åtgärder'],
    [/^null$/, 'inget'],
    [/^First$/, 'Första som stämmer'],
    [/^Unique$/, 'Högst en stämmer'],
    [/^Collect.*$/, 'Alla som stämmer'],
    [/^When$/, 'När'],
    [/^And$/, 'och'],
    [/^Then$/, 'Då'],
    [/^Annotations?$/, 'Anteckning'],
    [/^Hit Policy:?$/, 'Träffregel']
  ],
  'th, thead td, .ctn-sidebar, .dmn-decision-table-container'
);

// Counting cases is the process owner's.
close(administrator ? ['tasks', 'batch', 'processes'] : ['tasks', 'batch']);

export default {
  ...webapp('Cockpit'),

  requireJsConfig: {
    deps: ['scripts/dates'],
    ngDeps: ['varna.dates']
  }
};
