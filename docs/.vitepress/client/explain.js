/** The explanation of an estimate is the demo's own; scripts/docs.mjs gives it the built package. */

import '../../../demo/explain.js';
