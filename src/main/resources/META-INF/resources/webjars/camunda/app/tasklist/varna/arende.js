// The tab "Ärende" beside a task's form: the case's page, with everything the officer may see and do there.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

export default {
  id: 'varna.arende',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {
    label: 'Ärende'
  },
  render(node, { taskId }) {
    const frame = document.createElement('iframe');
    frame.className = 'varna-arende';
    frame.title = 'Ärende';
    frame.src = `${root}/uppgifter/${encodeURIComponent(taskId)}/arende`;
    node.appendChild(frame);
  },
  unmount() {}
};
