/** Code is coloured by classes: Shiki's inline styles are against the policy. */

/** The class of each pair of colours, `--shiki-light:#…;--shiki-dark:#…`. @type {Map<string, string>} */
const names = new Map();

/** @param {unknown} style */
function className(style) {
  const text = String(style);
  if (!names.has(text)) names.set(text, `c${names.size}`);
  return names.get(text);
}

/** @type {import('shiki').ShikiTransformer} */
export const classesForStyles = {
  name: 'classes-for-styles',
  // After every other transformer.
  enforce: 'post',
  pre({ properties }) {
    delete properties.style;
  },
  span({ properties }) {
    if (!properties.style) return;
    properties.class = [properties.class, className(properties.style)].filter(Boolean).join(' ');
    delete properties.style;
  },
};

/** The rules of the classes that were given. */
export const classRules = () =>
  [...names]
    .map(([style, name]) => {
      const colour = (/** @type {string} */ key) => style.match(new RegExp(`--shiki-${key}:([^;]+)`))?.[1] ?? 'inherit';
      const rules = [`color:light-dark(${colour('light')},${colour('dark')})`];
      if (style.includes('font-style:italic')) rules.push('font-style:italic');
      if (style.includes('font-weight:bold')) rules.push('font-weight:bold');
      return `.${name}{${rules.join(';')}}`;
    })
    .join('\n');
