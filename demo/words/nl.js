/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: 'Kies een nieuw wachtwoord',
  why: 'Iemand heeft een deel van onze ledenlijst gekopieerd, met wachtwoorden in beveiligde vorm. Daarom heeft je account een nieuw wachtwoord nodig.',
  elsewhere: 'Gebruik je het oude ook ergens anders? Wijzig het daar dan ook.',
  email: 'E-mailadres',
  current: 'Huidig wachtwoord',
  new: 'Nieuw wachtwoord',
  confirm: 'Herhaal het nieuwe wachtwoord',
  submit: 'Wachtwoord wijzigen',
  imagined:
    'Quillstream bestaat niet: deze pagina laat passmuster zien. Wat je typt, blijft op deze pagina totdat je het formulier verstuurt; daarna gooit de server het weg.',
  range:
    'Voor een sterk wachtwoord worden vijf cijfers van de hash opgezocht bij deze server zelf, onder `range/`. Zonder het attribuut `endpoint` zou dat bij Have I Been Pwned gebeuren, wat het beleid van de pagina dan moet toestaan: `connect-src https://api.pwnedpasswords.com`.',
  gallery: 'Alle toestanden',
  explain: 'Wachtwoorden uitgelegd',
  'done-title': 'Het formulier is verstuurd',
  'done-would':
    'Een echte site zou nu het huidige wachtwoord controleren, het nieuwe nog eens bekijken, er een trage hash met salt van opslaan en alle andere apparaten afmelden.',
  'done-nothing': 'Deze server heeft gelezen wat je stuurde, er niets van bewaard en niets gewijzigd.',
  'done-next': 'Hierna verificatie in twee stappen: die beschermt het account ook als een wachtwoord uitlekt.',
  'factor-link': 'Verificatie in twee stappen toevoegen',
  'factor-title': 'Verificatie in twee stappen',
  'factor-would':
    'Hier zou een echte site een passkey, een authenticator-app of een beveiligingssleutel aanbieden. Een wachtwoord alleen is dan niet meer genoeg om binnen te komen.',
  'factor-nothing': 'Op deze pagina valt niets in te stellen.',
  back: 'Terug naar het formulier',
  language: 'Taal',
  theme: 'Kleuren',
  auto: 'Zoals het systeem',
  light: 'Licht',
  dark: 'Donker',
};
export default words;
