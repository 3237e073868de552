/** @param {string} language @returns {(() => Promise<{ default: import('../words.js').Messages }>) | undefined} */
export function catalogueFor(language) { return undefined; }
