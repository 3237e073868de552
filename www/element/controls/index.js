/** What makes the field easier to fill in. None of it needs the verdict. */

import { addCapsLock } from './caps-lock.js';
import { addConfirmation } from './confirmation.js';
import { addSuggestion } from './suggestion.js';
import { addVisibility } from './visibility.js';

/** @param {import('./button.js').Controlled} controlled */
export function addControls(controlled) {
  const visibility = addVisibility(controlled);
  const { element, confirm, view } = controlled;
  const compared = confirm && element.confirmation === 'on' ? addConfirmation(controlled, confirm) : undefined;
  if (!compared) view.parts.words.append(view.parts.factor);
  if (element.capsLock === 'on') addCapsLock(controlled, compared);
  const suggestion = element.suggestion === 'on' ? addSuggestion(controlled, visibility) : undefined;
  /** Words everything anew, in another language. */
  return () => {
    visibility.reword();
    suggestion?.reword();
  };
}
