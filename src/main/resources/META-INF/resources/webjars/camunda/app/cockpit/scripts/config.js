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

translate(
  [
    [/^Failed Job$/, 'Misslyckat jobb'],
    [/^Failed External Task$/, 'Misslyckad extern uppgift'],
    [/^Message is null\.$/, 'Det finns inget meddelande.']
  ],
  'td'
);

// Decision tables are drawn by dmn-js, which knows English alone.
translate(
  [
    [/^First$/, 'Första som stämmer'],
    [/^Unique$/, 'Högst en stämmer'],
    [/^Collect\b/, 'Alla som stämmer'],
    [/^When$/, 'När'],
    [/^And$/, 'och'],
    [/^Then$/, 'Då'],
    [/^Annotations?$/, 'Anteckning'],
    [/^Hit policy:$/, 'Träffregel:'],
    [/^Collects the values.*$/, 'Alla rader som stämmer gäller'],
    [/^View DRD$/, 'Visa beslutsdiagrammet'],
    [/^Decision name:/, 'Beslut:'],
    [/^Input label:/, 'Indata:'],
    [/^Input label$/, 'Indata'],
    [/^Output label:/, 'Utdata:'],
    [/^Output label$/, 'Utdata'],
    [/^(In|Out)put (type|values)$/, 'Värden'],
    [/^Rules may overlap\. The first matching.*$/, 'Den första raden som stämmer gäller'],
    [/^No overlap is possible.*$/, 'Högst en rad kan stämma'],
    [/^Rules may overlap\..*$/, 'Flera rader kan stämma']
  ],
  '.dmn-decision-table-container, .dmn-js-parent'
);

// Counting cases is the process owner's.
close(administrator ? ['tasks', 'batch', 'processes'] : ['tasks', 'batch']);

export default {
  ...webapp('Cockpit'),

  customScripts: ['varna/process', 'varna/instance', 'varna/cases'],

  requireJsConfig: {
    deps: ['scripts/dates'],
    ngDeps: ['varna.dates']
  }
};
