/** zxcvbn-compat.global.js: the classic script that defines `zxcvbn`, in the place of zxcvbn's own. */

import zxcvbn from './zxcvbn-compat.js';

Object.assign(globalThis, { zxcvbn });
