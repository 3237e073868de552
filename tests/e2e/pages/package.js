/** The package's own modules, for the scripts of tests. */

import * as element from '/element/class.js';
import * as api from '/passmuster.js';

window.passmuster = { ...api, ...element };
