/** Words for an estimate, for pages and servers without the element. */

import { catalogueFor } from './locales/index.js';
import { word } from './words.js';

/**
 * @typedef {object} Description
 * @property {string} headline Where the password stands, without a full stop.
 * @property {string} reason Why, a sentence; empty where nothing is wrong with it.
 * @property {string[]} advice What would make it stronger, a sentence each, most useful first.
 */

/**
 * Words an estimate as the element would, but for leaks and the site's own rules, of which it knows nothing.
 *
 * @param {import('./passmuster.js').Estimate} estimate
 * @param {{ language?: string, messages?: import('./words.js').Messages }} [options] A BCP 47 tag, the page's by default or
 *   else English; and messages of one's own, as for the element.
 * @returns {Promise<Description>}
 */
export async function describe(
  { score, warning, suggestions, sequence },
  { language = globalThis.document?.documentElement.lang || 'en', messages = {} } = {},
) {
  const catalogue = await catalogueFor(language)?.();
  /** @param {string} group @param {string} name */
  const say = (group, name) => word([messages, catalogue?.default ?? {}], language, group, name);
  const empty = sequence.length === 0 && !warning;
  const strong = score >= 3;
  const reused = /current-password$/.test(warning ?? '');
  return {
    headline: say('headline', empty ? 'empty' : reused ? 'reused' : strong ? 'unverified' : score === 2 ? 'nearly' : 'weak'),
    reason: empty ? say('reason', 'empty') : warning ? say('warning', warning) : strong ? '' : say('reason', 'weak'),
    advice: suggestions.map((name) => say('suggestion', name)),
  };
}
