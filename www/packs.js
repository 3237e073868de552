/**
 * The vocabularies of languages as scripts, a file each. They stand in a module that is itself fetched when one is first
 * wanted: frameworks that prefetch what a page may import (Nuxt) look one import ahead, and so at none of them.
 *
 * @type {Record<string, () => unknown>}
 */
const packs = {
  // @ts-ignore: the build makes them.
  de: () => import('./packs/de.js'),
  // @ts-ignore
  en: () => import('./packs/en.js'),
  // @ts-ignore
  es: () => import('./packs/es.js'),
  // @ts-ignore
  fr: () => import('./packs/fr.js'),
  // @ts-ignore
  id: () => import('./packs/id.js'),
  // @ts-ignore
  it: () => import('./packs/it.js'),
  // @ts-ignore
  nl: () => import('./packs/nl.js'),
  // @ts-ignore
  pl: () => import('./packs/pl.js'),
  // @ts-ignore
  pt: () => import('./packs/pt.js'),
};
export default packs;
