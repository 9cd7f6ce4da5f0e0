// What Tasklist must not do in somebody's browser, and where it begins. Loaded before anything else of it.

// Drafts of forms would stay in the browser, readable by the next one who uses the computer. They are kept in the page's
// own memory instead, and are gone with it.
const DRAFT = /^(camForm|camunda-form):/;
const drafts = new Map();

const { setItem, getItem, removeItem } = Storage.prototype;
Storage.prototype.setItem = function (key, value) {
  DRAFT.test(key) ? drafts.set(key, value) : setItem.call(this, key, value);
};
Storage.prototype.getItem = function (key) {
  return DRAFT.test(key) ? drafts.get(key) ?? null : getItem.call(this, key);
};
Storage.prototype.removeItem = function (key) {
  DRAFT.test(key) ? drafts.delete(key) : removeItem.call(this, key);
};

Object.keys(window.localStorage)
  .filter(key => DRAFT.test(key))
  .forEach(key => removeItem.call(window.localStorage, key));

// Going to the tab Ärende, or to another task, takes the form away: what was typed in it is there again on return.
document.addEventListener(
  'click',
  event => {
    if (event.target.closest('.task-details .nav-tabs a, .tasks-list li')) {
      document.querySelector("button[ng-click='save($event)']")?.click();
    }
  },
  true
);

// The most urgent first, until the person chooses otherwise.
if (!window.location.hash.includes('sorting=')) {
  const sorting = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  const place = window.location.hash || '#/';
  window.history.replaceState(null, '', `${place}${place.includes('?') ? '&' : '?'}sorting=${sorting}`);
}
