/** `TextEncoder` and `TextDecoder` for CommonJS: in Jest's page, jsdom's, they are missing, and Node has them elsewhere. */

const { process } = /** @type {any} */ (globalThis);
const from = globalThis.TextDecoder && globalThis.TextEncoder ? globalThis : (process?.getBuiltinModule?.('node:util') ?? {});

export const { TextDecoder, TextEncoder } = from;
