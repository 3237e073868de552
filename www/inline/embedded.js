/** The engine muster as part of whatever imports this, rather than a file that is fetched when it is first wanted. */

import { own } from '../own.js';
import muster from '../wasm/muster.js';

own.muster = () => muster;
