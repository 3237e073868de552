/** What is seen of `<pass-muster>`: made apart, so that the page finds its markup as it was until the view is wanted. */

import { setTimeout } from '../dom.js';
import { set } from './form.js';

/** @typedef {Record<'meter' | 'rules' | 'headline' | 'reason' | 'suggestions' | 'status' | 'note' | 'factor' | 'actions' | 'words' | 'description', HTMLElement>} Parts */
/** Whose words stand in the note. @typedef {'waiting' | 'caps-lock' | 'made'} Noted */
/** A rule that stands beside the field from the start. @typedef {'length' | 'not-current' | 'not-leaked'} Rule */

/** Their bits in what holds of a password, as crates/browser/src/widget.rs has them; the next two. @type {Rule[]} */
const RULES = ['length', 'not-current', 'not-leaked'];
const VARIABLE = 8;
const OFFERED = 16;

/** Milliseconds for which what was said can still be found. */
const HEARD = 10_000;

let made = 0;

/** @param {string} tag @param {string} name @param {Record<string, string>} [attributes] */
function make(tag, name, attributes = {}) {
  const element = document.createElement(tag);
  element.className = `passmuster-${name}`;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/**
 * @param {object} given
 * @param {string | null} given.secondFactorHref
 * @param {Partial<Record<Rule, boolean>>} given.rules Whether they hold here; that of the length always does.
 * @param {(group: string, name: string, count?: number) => string} given.word
 * @param {(words: string) => boolean} given.isEnglish Whether words are English for want of the page's language.
 * @param {number} given.least The fewest characters.
 */
export function makeView({ secondFactorHref, rules, word, isEnglish, least }) {
  const meter = make('div', 'meter', { role: 'meter', 'aria-valuemin': '0', 'aria-valuemax': '4', 'aria-valuenow': '0' });
  for (let segment = 0; segment < 4; segment++) meter.append(make('span', 'segment'));
  const list = make('ul', 'rules', { role: 'list' });
  const items = RULES.filter((name) => rules[name] ?? true).map((name) => ({ name, item: make('li', 'rule') }));
  list.append(...items.map(({ item }) => item));
  const words = make('div', 'words');
  const headline = make('p', 'headline');
  const reason = make('p', 'reason');
  const suggestions = make('p', 'suggestions');
  const note = make('p', 'note');
  // The form stays as it is.
  const factor = make('a', 'factor', { hidden: '', href: secondFactorHref ?? '', target: '_blank', rel: 'noopener' });
  words.append(headline, reason, suggestions, note);
  // What describes the field: not what is seen, which changes with every key.
  const description = make('div', 'description', { id: `passmuster-${++made}`, hidden: '' });
  // There before it speaks, or some screen readers do not hear the first words.
  const status = make('div', 'status', { role: 'status', 'aria-atomic': 'false' });
  const actions = make('div', 'actions');
  /** @type {Record<string, string>} */
  const notes = {};
  let holds = 0;
  /** @type {(variable: boolean) => void} */
  let vary = () => {};

  /** @param {HTMLElement} element @param {string} text What it says, or is called. */
  function speakTongue(element, text) {
    const english = text !== '' && isEnglish(text);
    if (english === (element.lang === 'en')) return;
    set(element, 'lang', english ? 'en' : null);
    set(element, 'dir', english ? 'ltr' : null);
  }

  /** Words that are written again are laid out again. @param {HTMLElement} element @param {string} text */
  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
    speakTongue(element, text);
  }

  /** @param {HTMLElement} parent @param {string} text */
  function addLine(parent, text) {
    const line = document.createElement('p');
    write(line, text);
    parent.append(line);
    return line;
  }

  const view = {
    /** @type {Parts} */
    parts: { meter, rules: list, headline, reason, suggestions, status, note, factor, actions, words, description },
    write,
    /** Puts it where it is seen. @param {HTMLElement} element */
    attach: (element) => element.replaceChildren(actions, meter, words, list, description, status),

    /** Words in a line below the others, those that matter most of several. @param {Noted} of @param {string} text */
    note(of, text) {
      // Every key tells anew that Caps Lock is off.
      if (text === (notes[of] ?? '')) return;
      notes[of] = text;
      write(note, notes.waiting || notes['caps-lock'] || notes.made || '');
    },

    /** Says something to those who cannot see. @param {string} text */
    say(text) {
      const line = addLine(status, text);
      // The line before may not have been read out yet.
      if (status.childElementCount > 2) status.firstElementChild?.remove();
      setTimeout(() => line.remove(), HEARD);
    },

    /** Describes the field: by its rules, too, while it is empty. @param {string} text @param {boolean} [empty] */
    describe(text, empty) {
      description.replaceChildren();
      addLine(description, text);
      if (empty) for (const { item } of items) addLine(description, item.textContent ?? '');
    },

    /**
     * @param {string} verdict @param {number} segments How many are lit. @param {string} head @param {string} why
     * @param {string} advice @param {number} now What holds of the password, a bit each.
     */
    show(verdict, segments, head, why, advice, now) {
      meter.dataset.verdict = verdict;
      meter.dataset.score = String(segments);
      meter.setAttribute('aria-valuenow', String(segments));
      meter.setAttribute('aria-valuetext', head);
      speakTongue(meter, head);
      write(headline, head);
      write(reason, why);
      write(suggestions, advice);
      // What was said of another password.
      if (verdict === 'empty') status.replaceChildren();
      const changed = now ^ holds;
      holds = now;
      if (changed & OFFERED) {
        const offered = Boolean(now & OFFERED);
        if (offered) headline.after(suggestions);
        else reason.after(suggestions);
        actions.toggleAttribute('data-offered', offered);
      }
      if (changed & VARIABLE) vary(Boolean(now & VARIABLE));
      if (changed) view.wordRules();
    },

    wordRules() {
      for (const { name, item } of items) {
        const rule = word('rule', name, name === 'length' ? least : undefined);
        const met = Boolean(holds & (1 << RULES.indexOf(name)));
        write(item, rule);
        item.toggleAttribute('data-met', met);
        set(item, 'aria-label', met ? word('rule', 'met').replace('{rule}', () => rule) : null);
      }
    },

    /** Calls back when it changes whether a variation of what was typed would help. @param {(variable: boolean) => void} react */
    onVariable(react) {
      vary = react;
      react(Boolean(holds & VARIABLE));
    },

    /** @param {boolean} offered Whether to offer a second factor. */
    offer(offered) {
      const hidden = !offered || !secondFactorHref;
      // To hide what is hidden has styles computed again.
      if (factor.hidden !== hidden) factor.hidden = hidden;
    },
  };
  return view;
}
