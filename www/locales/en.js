/**
 * The messages in English, which is built in. Every other catalogue has the same keys.
 *
 * `{count}` becomes a number in the reader's digits; a message that depends on it has its plural forms by the
 * categories of `Intl.PluralRules`. Headlines have no full stop, for the reason follows them as a sentence.
 */
export default {
  headline: {
    empty: 'Choose a password that you use nowhere else',
    short: 'Too short',
    weak: 'Easy to guess',
    nearly: 'Not strong enough yet',
    reused: 'Too close to your current password',
    breached: 'This password has leaked',
    checking: 'Strong so far',
    unverified: 'Strong',
    accepted: 'Strong, and in no known leak',
  },
  reason: {
    empty: 'A few unrelated words make a good one.',
    short: { one: 'Use at least {count} character.', other: 'Use at least {count} characters.' },
    weak: 'It would be found after too few guesses.',
    reused: 'It is the first thing that somebody who knows the old one would try.',
    breached: {
      one: 'It was seen {count} time in leaked data, and leaked passwords are tried first, on every site.',
      other: 'It was seen {count} times in leaked data, and leaked passwords are tried first, on every site.',
    },
    checking: 'Checking whether it has leaked…',
    unverified: 'Whether it has leaked could not be checked just now. You can go on.',
    'unverified-blocked': 'Whether it has leaked could not be checked just now. Please try again in a moment.',
    accepted: 'Use it only here.',
  },
  warning: {
    'current-password': 'It is your current password.',
    'like-current-password': 'Variations of the old one are tried first.',
    'common-password': 'It is among the most common passwords.',
    'like-common-password': 'It is like a very common password.',
    personal: 'It is made of your name, your address or this site.',
    word: 'A single word is easy to guess.',
    name: 'Names are easy to guess.',
    'keyboard-walk': 'Neighbouring keys are easy to guess.',
    repeat: 'Repeated characters are easy to guess.',
    'repeated-group': 'Repeating something adds little to it.',
    sequence: 'Sequences like abc or 6543 are easy to guess.',
    year: 'Years are easy to guess.',
    date: 'Dates are easy to guess.',
    short: 'So few characters are quickly tried.',
    predictable: 'Many people build theirs in the same way.',
  },
  suggestion: {
    'choose-another': 'Take another one, used nowhere else.',
    'add-words': 'Add a word or two that have nothing to do with the rest.',
    generate: 'Let one be made for you.',
    'avoid-personal': 'Leave out what others know about you.',
    'avoid-repeats': 'Avoid repeats.',
    'avoid-sequences': 'Avoid sequences.',
    'avoid-keyboard-walks': 'Avoid neighbouring keys.',
    'avoid-dates': 'Avoid dates and years.',
    'capitals-help-little': 'Capital letters help little.',
    'substitutions-help-little': 'Writing @ for a, or 0 for o, helps little.',
    'reversing-helps-little': 'Writing it backwards helps little.',
  },
  element: {
    meter: 'Password strength',
    loading: 'Getting ready to check…',
    unavailable: 'Passwords cannot be checked here. You can go on without.',
    waiting: 'One moment, still checking…',
  },
};
