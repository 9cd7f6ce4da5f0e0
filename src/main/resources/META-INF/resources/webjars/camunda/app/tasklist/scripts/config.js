// Takes the place of the configuration that comes with Tasklist.
import { webapp } from '../varna/webapp.js';
import '../varna/session.js';
import '../varna/swedish.js';

export default {
  ...webapp('Uppgifter'),

  customScripts: ['varna/arende'],

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'tar den valda uppgiften'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'går till det första filtret'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'går till den första uppgiften i listan'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'går till det första fältet i formuläret'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'öppnar rutan Starta process'
    }
  }
};
