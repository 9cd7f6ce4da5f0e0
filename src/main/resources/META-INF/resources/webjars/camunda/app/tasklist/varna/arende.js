// From a task to its case, which Tasklist itself does not know.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const address = (taskId, what) => `${root}/uppgifter/${encodeURIComponent(taskId)}/${what}`;

/** What is known of a task, or null. The list is drawn anew every few seconds; what was told just now is shown meanwhile. */
const FRESH = 30 * 1000;
const known = new Map();
const ask = async taskId => {
  const last = known.get(taskId);
  if (!last || Date.now() - last.at > FRESH) {
    const answer = await fetch(address(taskId, 'kort'));
    known.set(taskId, { at: Date.now(), card: answer.ok ? await answer.json() : null });
  }
  return known.get(taskId).card;
};

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

/** The tab "Ärende" beside a task's form: the case's page, if there is a case, with all the officer may see and do there. */
const tab = {
  id: 'varna.arende',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {
    label: 'Ärende'
  },
  async render(node, { taskId }) {
    const card = await ask(taskId);
    if (!card?.number) {
      node.replaceChildren(element('p', '', 'Uppgiften hör inte till något ärende.'));
      return;
    }
    const frame = element('iframe', 'varna-arende', '');
    frame.title = 'Ärende';
    frame.src = address(taskId, 'arende');
    node.replaceChildren(frame);
  },
  unmount() {}
};

const draw = (node, card) => {
  if (!card) {
    node.replaceChildren();
    return;
  }
  const due = element('span', card.overdue ? 'varna-due varna-overdue' : 'varna-due', card.due);
  due.title = card.moment;
  const level = element('span', card.acute ? 'varna-level varna-acute' : 'varna-level', card.level);
  const about = element('span', 'varna-about', card.about ?? '');
  const parts = [due, level, element('span', 'varna-number', card.number ?? ''), about];
  node.replaceChildren(...parts.filter(part => part.textContent));
};

/** On the task's card in the list: by when, how serious, which case, and which of several measures. */
const card = {
  id: 'varna.kort',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render(node, { taskId }) {
    node.classList.add('varna-card');
    draw(node, known.get(taskId)?.card);
    ask(taskId).then(card => draw(node, card));
  },
  unmount() {}
};

/** The way back to the list on a narrow screen, where a task stands alone. */
const back = {
  id: 'varna.tillbaka',
  pluginPoint: 'tasklist.task.action',
  priority: 900,
  render(node) {
    const link = element('a', 'varna-back', '‹ Till listan');
    link.href = '#/';
    link.addEventListener('click', event => {
      event.preventDefault();
      const [path, query] = window.location.hash.split('?');
      const search = new URLSearchParams(query);
      search.delete('task');
      window.location.hash = `${path}?${search}`;
    });
    node.replaceChildren(link);
  },
  unmount() {}
};

/**
 * How many tasks lie in the lists that are not chosen: Tasklist itself counts the chosen one alone. Counted when the lists
 * come, when the chosen one changes, and else at most once a minute while Tasklist is looked at.
 */
const MINUTE = 60 * 1000;
const counts = {
  id: 'varna.antal',
  pluginPoint: 'tasklist.header',
  priority: 100,
  render(node, { api }, scope) {
    let lists = [];
    let chosen;
    let counted = 0;

    const write = ({ name, properties }, count) => {
      const link = [...document.querySelectorAll('.task-filter h4 a')].find(each => each.textContent.trim().startsWith(name));
      link?.querySelector('.varna-count')?.remove();
      link?.append(element('span', count && properties.burns ? 'varna-count varna-burns' : 'varna-count', count));
    };
    const count = async list => {
      const answer = await fetch(`${api.engineApi}/filter/${encodeURIComponent(list.id)}/count`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken },
        body: '{"active": true}'
      });
      if (answer.ok) {
        write(list, (await answer.json()).count);
      }
    };
    const countAll = () => {
      counted = Date.now();
      lists.forEach(list => count(list).catch(() => {}));
    };

    const data = scope.tasklistData.newChild(scope);
    data.observe('filters', filters => {
      lists = filters;
      countAll();
    });
    data.observe('taskList', list => {
      if (list.count !== (chosen ?? list.count) || (Date.now() - counted > MINUTE && !document.hidden)) {
        countAll();
      }
      chosen = list.count;
    });
  },
  unmount() {}
};

export default [tab, card, back, counts];
