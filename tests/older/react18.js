/** React 18: what is imported here is found in this folder. */
export * as React from 'react';
export { createRoot, hydrateRoot } from 'react-dom/client';
