// Takes the place of the configuration that comes with Admin.
import { close, webapp } from '../../tasklist/varna/webapp.js';

// People, groups and what they may do are kept in the directory. What the engine measures is nobody's to fetch here.
const MEASURES = ['diagnostics-system-settings', 'system-settings-metrics'];
close([
  'user',
  'group',
  'tenant',
  'authorization',
  ...MEASURES.flatMap(section => [`system?section=${section}`, `system/?section=${section}`])
]);

export default webapp('Admin');
