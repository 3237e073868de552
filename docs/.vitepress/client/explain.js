/** The explanation of an estimate is the demo's own; scripts/docs.mjs gives it the built package. */

import '../../../www/demo/explain.js';
