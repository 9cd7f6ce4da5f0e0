// On a process instance: the steps that have ended, in their order, and marked on the diagram.
import { figures, label, lasted, moment, show, table } from './figures.js';

const diagram = {
  id: 'varna.instance.diagram',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 10,
  async render(viewer, { processInstanceId }) {
    const steps = (await figures('instanser', processInstanceId).catch(() => null)) || [];
    const times = new Map();
    steps.filter(step => !step.interrupted).forEach(step => times.set(step.id, (times.get(step.id) || 0) + 1));
    times.forEach((count, id) => {
      if (viewer.get('elementRegistry').get(id)) {
        viewer.get('canvas').addMarker(id, 'varna-done');
      }
      label(viewer, id, [count > 1 ? `✓ ${count}` : '✓'], count > 1 ? `Slutfört ${count} gånger` : 'Slutfört');
    });
  },
  unmount() {}
};

const seconds = step => (new Date(step.endedAt) - new Date(step.begunAt)) / 1000;

const tab = {
  id: 'varna.instance.tab',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 5,
  properties: {
    label: 'Avslutade steg'
  },
  render(node, { processInstanceId }) {
    show(node, figures('instanser', processInstanceId), steps => [
      table(
        'Stegen i den ordning de började',
        [
          { name: 'Steg' },
          { name: 'Började', text: true },
          { name: 'Slutade', text: true },
          { name: 'Tog' },
          { name: 'Utfall', text: true }
        ],
        steps.map(step => [
          step.name,
          moment(step.begunAt),
          moment(step.endedAt),
          lasted(seconds(step)),
          step.interrupted ? 'Avbröts' : 'Slutfördes'
        ])
      )
    ]);
  },
  unmount() {}
};

export default [diagram, tab];
