// What Tasklist must not do in somebody's browser, and where it begins. Loaded before anything else of it.

// Drafts of forms would stay in the browser, readable by the next one who uses the computer.
const DRAFT = /^(camForm|camunda-form):/;

const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!DRAFT.test(key)) {
    setItem.call(this, key, value);
  }
};

Object.keys(window.localStorage)
  .filter(key => DRAFT.test(key))
  .forEach(key => window.localStorage.removeItem(key));

// Tasklist's own sign-in knows no passwords. Reading the page anew leads to ours, and back here afterwards.
const toSignIn = () => {
  if (/^#\/login/.test(window.location.hash)) {
    window.location.replace(window.location.pathname);
  }
};
window.addEventListener('hashchange', toSignIn);
toSignIn();

// The most urgent first, until the person chooses otherwise.
if (!window.location.hash.includes('sorting=')) {
  const sorting = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  const place = window.location.hash || '#/';
  window.history.replaceState(null, '', `${place}${place.includes('?') ? '&' : '?'}sorting=${sorting}`);
}
