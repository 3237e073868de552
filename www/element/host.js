/** What the widget in Rust knows of the page: the methods of `Host` in crates/browser/src/widget.rs. */

import { contains, requestSubmit, textOf, toggleAttribute } from '../dom.js';
import { knownLines, oneLine } from '../passmuster.js';
import { faults } from '../words.js';
import { formOf, ownerOf, set, startTagOf, validityOf } from './form.js';
import { languagesFor } from './languages.js';

/** A password longer than this in UTF-16 units is long enough whatever its graphemes are. */
const COUNTED_LENGTH = 256;
/**
 * Something other than Latin, Greek and Cyrillic letters, kana, Hangul syllables and ideographs, each of which is a
 * grapheme. A segmenter takes tens of milliseconds to make, so none is made for these.
 */
const CLUSTERS = /[^ -\u02ff\u0370-\u0482\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;

/** @type {Intl.Segmenter | undefined} */
let segmenter;

/** The length in grapheme clusters. @param {string} text */
function lengthOf(text) {
  if (text.length > COUNTED_LENGTH || !CLUSTERS.test(text)) return text.length;
  try {
    segmenter ??= new Intl.Segmenter();
    return [...segmenter.segment(text)].length;
  } catch {
    // Browsers before 2024 have none.
    return text.length;
  }
}

/**
 * @param {object} page
 * @param {import('./element.js').PassMusterElement} page.element
 * @param {HTMLInputElement} page.field
 * @param {ReturnType<typeof import('./view.js').makeView>} page.view
 * @param {(group: string, name: string, count?: number) => string} page.word
 * @param {boolean} page.hasWords Whether the engine brings its words along.
 * @param {() => void} page.came Called once the vocabulary of a language is there, or cannot be had.
 * @param {() => void} page.follow Called where the field has left, or has another form.
 * @param {(verdict: import('./element.js').Verdict) => void} page.told
 * @param {() => void} page.tell Tells the page now of what it has not been told yet.
 * @param {(error: unknown) => void} page.complain
 */
export function hostFor({ element, field, view, word, hasWords, came, follow, told, tell, complain }) {
  const form = formOf(field);
  const found = field.getAttribute('aria-invalid');
  const refuse = validityOf(field);
  const languages = hasWords ? undefined : languagesFor({ element, field, complain, came });
  let refusal = '';
  return {
    show: view.show,
    /** @param {string} description @param {string} aloud Nothing where nothing is to be said. */
    announce: (description, aloud) => {
      view.describe(description, !textOf(field));
      if (aloud) view.say(aloud);
    },
    field,
    form: form ?? undefined,
    isInside: Boolean(form && contains(form, field)),
    year: new Date().getFullYear(),
    value: () => textOf(field),
    length: () => lengthOf(textOf(field)),
    known: () => {
      // Every look at the field comes by here. Once the widget's own code is done:
      if (!field.isConnected || formOf(field) !== form) queueMicrotask(follow);
      const [current, ...owner] = ownerOf(formOf(field), textOf);
      const lines = [current, (languages?.expected() ?? []).join(), ...owner, location.hostname];
      try {
        knownLines(element.context, `${startTagOf(element)}: context`, lines);
      } catch (error) {
        // What was read before it counts.
        complain(error);
      }
      return lines.map(oneLine).join('\n');
    },
    word,
    /** @param {string} parts */
    faults: (parts) => faults(word, parts),
    /** @param {boolean | undefined} invalid */
    mark: (invalid) => set(field, 'aria-invalid', invalid === undefined ? found : invalid ? 'true' : null),
    /** @param {HTMLElement | null} [submitter] */
    sends: (submitter) => formOf(field) === form && !field.matches(':disabled') && !submitter?.hasAttribute('formnovalidate'),
    /** @param {HTMLElement | null} [submitter] */
    resume: (submitter) => {
      if (!form) return;
      // A page that sends along what it was told has to have been told.
      tell();
      try {
        requestSubmit(form, submitter);
      } catch {
        // The button is gone from the form since.
        requestSubmit(form);
      }
    },
    focus: () => field.focus(),
    /**
     * @param {import('./element.js').VerdictName} verdict @param {number} score @param {number} guessesLog10
     * @param {import('../passmuster.js').BreachStatus | undefined} status @param {number} count
     * @param {import('../passmuster.js').UnknownReason | undefined} reason
     */
    tell: (verdict, score, guessesLog10, status, count, reason) => {
      view.offer(verdict === 'accepted');
      const breach = status ? { status, count, reason: reason ?? null } : null;
      told({ verdict, score, guessesLog10, breach, languages: languages?.used() ?? [] });
    },
    /** @param {string} words Why the field may not be sent, none where it may. */
    refuse: (words) => {
      refusal = words;
      refuse(words);
    },
    // Firefox shows the first 256 characters.
    hasRefused: () => field.validationMessage !== '' && refusal.startsWith(field.validationMessage),
    /** @param {boolean} waiting */
    wait: (waiting) => {
      const words = waiting ? word('element', 'waiting') : '';
      if (form) toggleAttribute(form, 'data-passmuster-waiting', waiting);
      // On the meter alone: what is busy may be kept from speaking.
      view.parts.meter.setAttribute('aria-busy', String(waiting));
      view.note('waiting', words);
      if (words) view.say(words);
    },
  };
}
