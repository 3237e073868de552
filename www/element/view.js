/** What is seen of `<pass-muster>`: made apart, so that the page finds its markup as it was until the view is wanted. */

/** @typedef {Record<'meter' | 'headline' | 'reason' | 'suggestions' | 'status' | 'note' | 'factor' | 'actions' | 'words', HTMLElement>} Parts */
/** Whose words stand in the note. @typedef {'waiting' | 'caps-lock' | 'made'} Noted */

let made = 0;

/** @param {string} tag @param {string} name @param {Record<string, string>} [attributes] */
function make(tag, name, attributes = {}) {
  const element = document.createElement(tag);
  element.className = `passmuster-${name}`;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Words that are written again are laid out again. @param {HTMLElement} element @param {string} words */
function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** @param {string | null} secondFactorHref */
export function makeView(secondFactorHref) {
  const meter = make('div', 'meter', { role: 'meter', 'aria-valuemin': '0', 'aria-valuemax': '4', 'aria-valuenow': '0' });
  for (let segment = 0; segment < 4; segment++) meter.append(make('span', 'segment'));
  const words = make('div', 'words', { id: `passmuster-${++made}` });
  const headline = make('p', 'headline');
  const reason = make('p', 'reason');
  const suggestions = make('p', 'suggestions');
  const note = make('p', 'note');
  const factor = make('a', 'factor', { hidden: '', href: secondFactorHref ?? '' });
  words.append(headline, reason, suggestions, note, factor);
  // There before it speaks, or some screen readers do not hear the first words.
  const status = make('div', 'status', { role: 'status', 'aria-atomic': 'false' });
  const actions = make('div', 'actions');
  /** @type {Record<string, string>} */
  const notes = {};

  return {
    /** @type {Parts} */
    parts: { meter, headline, reason, suggestions, status, note, factor, actions, words },
    /** Puts it where it is seen. @param {HTMLElement} element */
    attach: (element) => element.replaceChildren(actions, meter, words, status),

    /** Words in a line below the others, those that matter most of several. @param {Noted} of @param {string} text */
    note(of, text) {
      // Every key tells anew that Caps Lock is off.
      if (text === (notes[of] ?? '')) return;
      notes[of] = text;
      note.textContent = notes.waiting || notes['caps-lock'] || notes.made || '';
    },

    /** Says something to those who cannot see. @param {string} text */
    say(text) {
      const line = document.createElement('p');
      line.textContent = text;
      status.append(line);
      // The line before may not have been read out yet.
      if (status.childElementCount > 2) status.firstElementChild?.remove();
    },

    /** @param {string} verdict @param {number} segments How many are lit. @param {string} head @param {string} why @param {string} advice */
    show(verdict, segments, head, why, advice) {
      meter.dataset.verdict = verdict;
      meter.dataset.score = String(segments);
      meter.setAttribute('aria-valuenow', String(segments));
      meter.setAttribute('aria-valuetext', head);
      write(headline, head);
      write(reason, why);
      write(suggestions, advice);
    },

    /** @param {boolean} offered Whether to offer a second factor. */
    offer(offered) {
      const hidden = !offered || !secondFactorHref;
      // To hide what is hidden has styles computed again.
      if (factor.hidden !== hidden) factor.hidden = hidden;
    },
  };
}
