// Takes the place of the configuration that comes with Cockpit.
import { administrator, close, webapp } from '../../tasklist/varna/webapp.js';
import { translate } from '../../tasklist/varna/words.js';

translate(
  [
    [/^State$/, 'Läge'],
    [/^Actions$/, 'Åtgärder'],
    [/^null$/, 'inget']
  ],
  'th, thead td, .ctn-sidebar'
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
