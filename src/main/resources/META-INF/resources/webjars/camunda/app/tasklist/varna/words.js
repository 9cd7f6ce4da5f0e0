// Swedish for words that a webapp or its forms have fixed in English.
const ATTRIBUTES = ['placeholder', 'aria-label', 'title', 'uib-tooltip'];
const dictionaries = [];

// What people have written is shown in these, and stays as they wrote it.
const WRITTEN = '.fjs-form-field-text, textarea, [contenteditable]';

const swedish = (english, element) => {
  const said = english.trim();
  for (const { words, within } of dictionaries) {
    const word = said && words.find(([pattern]) => pattern.test(said));
    if (word && element.closest(within)) {
      return english.replace(said, said.replace(word[0], word[1]));
    }
  }
  return english;
};

const translateText = text => {
  const element = text.parentElement;
  if (element && !element.closest(WRITTEN)) {
    const said = swedish(text.data, element);
    if (said !== text.data) {
      text.data = said;
    }
  }
};

const translateAttributes = element =>
  ATTRIBUTES.filter(name => element.hasAttribute(name)).forEach(name => {
    const said = swedish(element.getAttribute(name), element);
    if (said !== element.getAttribute(name)) {
      element.setAttribute(name, said);
    }
  });

const translateAll = node => {
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

const observe = () =>
  new MutationObserver(changes =>
    changes.forEach(({ type, target, addedNodes }) => {
      if (type === 'childList') {
        addedNodes.forEach(translateAll);
      } else if (type === 'characterData') {
        translateText(target);
      } else {
        translateAttributes(target);
      }
    })
  ).observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES
  });

/** From now on says the words in Swedish, pairs of a pattern and what to say, in whatever is within the selector. */
export const translate = (words, within) => {
  if (dictionaries.push({ words, within }) === 1) {
    observe();
  }
};
