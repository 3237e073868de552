'use client';

/**
 * `<PassMuster>` for React 18 and 19: the settings as props, verdicts by `onVerdict`.
 *
 * ```jsx
 * import { PassMuster } from 'passmuster/react'
 *
 * <input id="new" type="password" autoComplete="new-password" />
 * <PassMuster htmlFor="new" minScore={4} onVerdict={(verdict) => setVerdict(verdict)} />
 * ```
 *
 * On a server it renders an empty `<pass-muster>`; what it shows comes once React has hydrated that.
 *
 * @module passmuster/react
 */

import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { ATTRIBUTES, attributeOf } from './wrapper.js';

/** @typedef {import('./element.js').PassMusterElement} PassMusterElement */

/**
 * The element's properties, what React gives to every element, and `onVerdict`, which is called with where the password
 * stands whenever that changes.
 *
 * @typedef {Omit<import('react').HTMLAttributes<PassMusterElement>, keyof import('./wrapper.js').Settings | 'children' | 'dangerouslySetInnerHTML'>
 *   & import('./wrapper.js').Settings
 *   & { onVerdict?: (verdict: import('./element.js').Verdict) => void }} PassMusterProps
 */

/** React 18 warns of layout effects on a server. */
const useLayout = globalThis.document ? useLayoutEffect : useEffect;
/** React 18 sets what custom elements are given as it stands. @type {Record<string, string>} */
const NAMES = { ...ATTRIBUTES, className: 'class' };

/**
 * Says beside a field how strong its new password is and whether it has leaked. Its ref is the `<pass-muster>`, with
 * `check()`, `reset()` and `verdict`.
 *
 * @type {import('react').ForwardRefExoticComponent<PassMusterProps & import('react').RefAttributes<PassMusterElement>>}
 */
export const PassMuster = forwardRef(({ context, messages, onVerdict, ...props }, ref) => {
  const element = useRef(/** @type {PassMusterElement | null} */ (null));
  const told = useRef(onVerdict);
  useLayout(() => {
    told.current = onVerdict;
  });
  useLayout(() => {
    const { current } = element;
    if (!current) return;
    const tell = (/** @type {any} */ { detail }) => told.current?.(detail);
    current.addEventListener('passmuster-verdict', tell);
    return () => current.removeEventListener('passmuster-verdict', tell);
  }, []);
  useLayout(() => {
    if (element.current) element.current.context = context ?? null;
  }, [context]);
  // They are often written out where they are given, and so another object at every rendering.
  const worded = JSON.stringify(messages);
  useLayout(() => {
    if (element.current) element.current.messages = messages ?? null;
  }, [worded]);
  // What React hydrates is React's from here on.
  useLayout(() => element.current?.ready(), []);
  useImperativeHandle(ref, () => /** @type {PassMusterElement} */ (element.current), []);
  /** @type {Record<string, unknown>} */
  const given = { ref: element, suppressHydrationWarning: true };
  for (const [name, value] of Object.entries(props)) given[NAMES[name] ?? name] = name in ATTRIBUTES ? attributeOf(value) : value;
  return createElement('pass-muster', given);
});
PassMuster.displayName = 'PassMuster';
