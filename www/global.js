/**
 * passmuster.global.js: everything in one classic script, `<script src="passmuster.global.js">`. It defines
 * `<pass-muster>` and the variable `passmuster`, with all that `passmuster` and `passmuster/element` export.
 */

export { PassMusterElement, mount, mountOn } from './inline/element.js';
export * from './inline/passmuster.js';
