// From a task to its case, which Tasklist itself does not know.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const address = (taskId, what) => `${root}/uppgifter/${encodeURIComponent(taskId)}/${what}`;

/** The tab "Ärende" beside a task's form: the case's page, if there is a case, with all the officer may see and do there. */
const tab = {
  id: 'varna.arende',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {
    label: 'Ärende'
  },
  render(node, { taskId }) {
    fetch(address(taskId, 'arendenummer')).then(answer => {
      if (answer.status === 404) {
        const nothing = document.createElement('p');
        nothing.textContent = 'Uppgiften hör inte till något ärende.';
        node.replaceChildren(nothing);
        return;
      }
      const frame = document.createElement('iframe');
      frame.className = 'varna-arende';
      frame.title = 'Ärende';
      frame.src = address(taskId, 'arende');
      node.replaceChildren(frame);
    });
  },
  unmount() {}
};

/** The case's number on the task's card in the list. */
const card = {
  id: 'varna.arendenummer',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render(node, { taskId }) {
    fetch(address(taskId, 'arendenummer'))
      .then(answer => (answer.ok ? answer.text() : ''))
      .then(number => {
        node.textContent = number;
      });
  },
  unmount() {}
};

export default [tab, card];
