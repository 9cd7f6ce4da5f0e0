// Swedish where Tasklist and its forms would show English.

const base = document.querySelector('base');
const appRoot = base.getAttribute('app-root');

// Tasklist shows the keys of texts that come too late; texts it has kept from last time are there at once.
const locales = `${appRoot}/app/tasklist/locales/`;
const answer = await fetch(`${locales}sv.json`);
if (answer.ok) {
  const kept = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
  kept[`${locales}_locales_data_sv_${window.bust}`] = await answer.text();
  window.localStorage.setItem('camunda-web', JSON.stringify(kept));
}

// The forms' own words cannot be configured.
const WORDS = [
  [/^Search$/, 'Sök'],
  [/^Select$/, 'Välj'],
  [/^No results$/, 'Inga träffar'],
  [/^All values selected$/, 'Allt är valt'],
  [/^Field is required\.$/, 'Fyll i det här.'],
  [/^Field must have minimum length of (\d+)\.$/, 'Skriv minst $1 tecken.'],
  [/^Field must have maximum length of (\d+)\.$/, 'Skriv högst $1 tecken.'],
  [/^Field must match pattern .*$/, 'Skriv så som exemplet visar.'],
  [/^Date is not valid\.?$/, 'Skriv datumet som år-månad-dag.'],
  [/^yyyy-mm-dd$/, 'åååå-mm-dd'],
  [/^Month$/, 'Månad'],
  [/^Year$/, 'År'],
  [/^Hour$/, 'Timme'],
  [/^Minute$/, 'Minut'],
  [/^Scroll to increment$/, 'Rulla för att öka'],
  [/^January$/, 'januari'],
  [/^February$/, 'februari'],
  [/^March$/, 'mars'],
  [/^April$/, 'april'],
  [/^May$/, 'maj'],
  [/^June$/, 'juni'],
  [/^July$/, 'juli'],
  [/^August$/, 'augusti'],
  [/^September$/, 'september'],
  [/^October$/, 'oktober'],
  [/^November$/, 'november'],
  [/^December$/, 'december'],
  [/^Mon$/, 'mån'],
  [/^Tue$/, 'tis'],
  [/^Wed$/, 'ons'],
  [/^Thu$/, 'tors'],
  [/^Fri$/, 'fre'],
  [/^Sat$/, 'lör'],
  [/^Sun$/, 'sön']
];
const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];
const FORMS = '.fjs-container, .flatpickr-calendar';

const swedish = english => {
  const word = WORDS.find(([pattern]) => pattern.test(english.trim()));
  return word ? english.trim().replace(word[0], word[1]) : english;
};

const translateText = text => {
  // What people have written is shown in these, and stays as they wrote it.
  if (text.parentElement && text.parentElement.closest(FORMS) && !text.parentElement.closest('.fjs-form-field-text')) {
    const said = swedish(text.data);
    if (said !== text.data) {
      text.data = said;
    }
  }
};

const translateAttributes = element =>
  ATTRIBUTES.filter(name => element.hasAttribute(name) && element.closest(FORMS)).forEach(name => {
    const said = swedish(element.getAttribute(name));
    if (said !== element.getAttribute(name)) {
      element.setAttribute(name, said);
    }
  });

const translate = node => {
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      translateText(texts.currentNode);
    }
    [node, ...node.querySelectorAll(ATTRIBUTES.map(name => `[${name}]`))].forEach(translateAttributes);
  }
};

new MutationObserver(changes =>
  changes.forEach(change => {
    if (change.type === 'childList') {
      change.addedNodes.forEach(translate);
    } else {
      translate(change.target);
    }
  })
).observe(document.documentElement, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES
});

document.documentElement.lang = 'sv';
