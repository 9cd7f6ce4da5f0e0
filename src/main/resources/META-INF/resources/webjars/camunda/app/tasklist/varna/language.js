// Swedish from the first word on.
import { translate } from './words.js';

document.documentElement.lang = 'sv';

const base = document.querySelector('base');

// A webapp shows the keys of texts that come too late; texts it has kept from last time are there at once.
const locales = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
const answer = await fetch(`${locales}sv.json`);
if (answer.ok) {
  const kept = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
  kept[`${locales}_locales_data_sv_${window.bust}`] = await answer.text();
  window.localStorage.setItem('camunda-web', JSON.stringify(kept));
}

translate(
  [
    [/^zoom in$/, 'Förstora'],
    [/^zoom out$/, 'Förminska'],
    [/^reset zoom$/, 'Visa hela diagrammet'],
    [/^Toggle this section$/, 'Visa eller dölj'],
    [/^task\.assignee$/, 'Den som har tagit uppgiften']
  ],
  '[title], [uib-tooltip], .tooltip'
);
