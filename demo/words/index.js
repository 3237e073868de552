/**
 * What the demo's own pages say, a file for each language. The pages hold the English words, so that they can be read without
 * scripts; an element's `data-words` names its key. What stands between backticks is code.
 */

import ar from './ar.js';
import de from './de.js';
import es from './es.js';
import fr from './fr.js';
import he from './he.js';
import hi from './hi.js';
import it from './it.js';
import ja from './ja.js';
import ko from './ko.js';
import nl from './nl.js';
import pl from './pl.js';
import ptBR from './pt-BR.js';
import ru from './ru.js';
import tr from './tr.js';
import uk from './uk.js';
import zhHans from './zh-Hans.js';
import zhHant from './zh-Hant.js';

/** @type {Record<string, Record<string, string>>} */
export const WORDS = {
  ar,
  de,
  es,
  fr,
  he,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  'pt-BR': ptBR,
  ru,
  tr,
  uk,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};
