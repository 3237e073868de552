/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: 'Scegli una nuova password',
  why: 'Qualcuno ha copiato una parte del nostro elenco di iscritti, con password in forma protetta. Per questo il tuo account ha bisogno di una nuova password.',
  elsewhere: 'Se usi quella vecchia anche altrove, cambiala anche lì.',
  email: 'Indirizzo e-mail',
  current: 'Password attuale',
  new: 'Nuova password',
  confirm: 'Ripeti la nuova password',
  submit: 'Cambia la password',
  imagined:
    'Quillstream non esiste: questa pagina mostra passmuster. Ciò che scrivi resta in questa pagina finché non invii il modulo; poi il server lo butta via.',
  range:
    'Per una password sicura si cercano cinque cifre dell’hash su questo stesso server, in `range/`. Senza l’attributo `endpoint` la ricerca avverrebbe su Have I Been Pwned, e la politica della pagina dovrebbe consentirlo: `connect-src https://api.pwnedpasswords.com`.',
  gallery: 'Tutti gli stati',
  explain: 'Le password spiegate',
  'done-title': 'Il modulo è stato inviato',
  'done-would':
    'Un sito vero ora verificherebbe la password attuale, esaminerebbe ancora una volta quella nuova, ne salverebbe un hash lento e con sale e disconnetterebbe tutti gli altri dispositivi.',
  'done-nothing': 'Questo server ha letto ciò che hai inviato, non ne ha conservato nulla e non ha cambiato nulla.',
  'done-next': 'Il prossimo passo è la verifica in due passaggi: protegge l’account anche quando una password viene divulgata.',
  'factor-link': 'Aggiungi la verifica in due passaggi',
  'factor-title': 'Verifica in due passaggi',
  'factor-would':
    'Qui un sito vero proporrebbe una passkey, un’app di autenticazione o una chiave di sicurezza. Così la sola password non basta più per entrare.',
  'factor-nothing': 'In questa pagina non c’è nulla da configurare.',
  back: 'Torna al modulo',
  language: 'Lingua',
  theme: 'Colori',
  auto: 'Come il sistema',
  light: 'Chiaro',
  dark: 'Scuro',
};
export default words;
