// Takes the place of the configuration that comes with Cockpit, where everything is left as it is.
import '../../tasklist/varna/at-work.js';
import '../../tasklist/varna/sign-in.js';

export default {
  customScripts: ['varna/process', 'varna/instance', 'varna/cases']
};
