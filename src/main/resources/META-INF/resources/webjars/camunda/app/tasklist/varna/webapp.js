// What Camunda's four webapps have in common here. Each one's configuration begins with it.
import './at-work.js';
import './sign-in.js';
import './language.js';
import { look, root } from './look.js';
import { translate } from './words.js';

// The menu's button on a telephone, which the webapps name by the key alone.
translate([[/^CAM_WIDGET_HEADER_TOGGLE_NAVIGATION$/, 'Visa eller dölj menyn']], '[cam-widget-header]');

const page = document.documentElement;
Object.entries(look.colours ?? {})
  .filter(([, colour]) => colour)
  .forEach(([name, colour]) => page.style.setProperty(`--varna-${name}`, colour));
document.querySelector('link[rel=icon]').href = `${root}/img/logotyp`;
page.classList.toggle('varna-administrator', Boolean(look.administrator));

/** Whether the one who is signed in is an administrator. It opens nothing: that is up to the server. */
export const administrator = Boolean(look.administrator);

/** The settings that are the same for all, for the webapp with that name. */
export const webapp = name => ({
  app: {
    name,
    vendor: look.name ?? ''
  },
  locales: {
    availableLocales: ['sv'],
    fallbackLocale: 'sv'
  },
  disableWelcomeMessage: true
});

/** Pages whose calls the gate to the engine refuses: the ways to them are not shown, and their addresses lead to the first page. */
export const close = addresses => {
  const hidden = new CSSStyleSheet();
  addresses.forEach(address => {
    const link = `a[href^="#/${address}"]`;
    hidden.insertRule(`${link}:not(.value), .dashboard section:has(h1 ${link}) { display: none !important; }`);
    hidden.insertRule(`${link}.value { color: inherit; pointer-events: none; }`);
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, hidden];
  const leave = () => {
    if (addresses.some(address => window.location.hash.startsWith(`#/${address}`))) {
      window.location.replace('#/');
    }
  };
  window.addEventListener('hashchange', leave);
  leave();
};
