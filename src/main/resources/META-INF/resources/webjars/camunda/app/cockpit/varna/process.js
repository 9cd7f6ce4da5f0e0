// On a process: how many have passed each step and how long they stayed, drawn on the diagram and as a table.
import { element, figures, label, lasted, show, table } from './figures.js';

const stays = step => step.ninetiethSeconds >= 60;

const diagram = {
  id: 'varna.process.diagram',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 10,
  async render(viewer, { processDefinitionId }) {
    const steps = await figures('processer', processDefinitionId).catch(() => null);
    (steps || [])
      .filter(step => step.passed > 0)
      .forEach(step => {
        const [half, most] = [lasted(step.medianSeconds), lasted(step.ninetiethSeconds)];
        label(
          viewer,
          step.id,
          stays(step) ? [step.passed, `${half} / ${most}`] : [step.passed],
          `${step.name}: ${step.passed} har passerat. Hälften tog högst ${half}, nio av tio högst ${most}.`
        );
      });
  },
  unmount() {}
};

const tab = {
  id: 'varna.process.tab',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 5,
  properties: {
    label: 'Steg och tider'
  },
  render(node, { processDefinitionId }) {
    show(node, figures('processer', processDefinitionId), steps => [
      element(
        'p',
        {},
        'I diagrammet står över varje steg hur många som har passerat det och, för steg som tar tid, hur länge: hälften högst / nio av tio högst.'
      ),
      table(
        'Det senaste året i den här versionen av processen',
        [
          { name: 'Steg' },
          { name: 'Har passerat' },
          { name: 'Hälften tog högst (median)' },
          { name: 'Nio av tio tog högst' },
          { name: 'Avbröts' },
          { name: 'Pågår' }
        ],
        steps.map(step => [
          step.name,
          step.passed,
          lasted(step.medianSeconds),
          lasted(step.ninetiethSeconds),
          step.interrupted,
          step.underWay
        ])
      )
    ]);
  },
  unmount() {}
};

export default [diagram, tab];
