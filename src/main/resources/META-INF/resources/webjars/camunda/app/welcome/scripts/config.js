// Takes the place of the configuration that comes with Welcome.
import { webapp } from '../../tasklist/varna/webapp.js';

export default {
  ...webapp('Appar'),

  links: [
    {
      label: 'Startsidan',
      href: new URL('../../../../', document.baseURI).pathname,
      description: 'Rapportera, dina ärenden och stödtelefonen'
    }
  ]
};
