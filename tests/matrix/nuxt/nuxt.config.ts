export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  css: ['passmuster/style.css'],
  vue: { compilerOptions: { isCustomElement: (tag: string) => tag === 'pass-muster' } },
});
