const words = {
  title: 'Neues Passwort wählen',
  why: 'Jemand hat einen Teil unserer Mitgliederliste kopiert, samt Passwörtern in geschützter Form. Deshalb braucht Ihr Konto ein neues.',
  elsewhere: 'Falls Sie das alte auch anderswo verwenden, ändern Sie es bitte auch dort.',
  email: 'E-Mail-Adresse',
  current: 'Aktuelles Passwort',
  new: 'Neues Passwort',
  confirm: 'Neues Passwort wiederholen',
  submit: 'Passwort ändern',
  imagined:
    'Quillstream ist erfunden: Diese Seite zeigt passmuster. Was Sie eingeben, bleibt auf dieser Seite, bis Sie das Formular abschicken; der Server wirft es dann weg.',
  range:
    'Für ein starkes Passwort werden fünf Stellen seines Hashs auf diesem Server unter `range/` nachgeschlagen. Ohne das Attribut `endpoint` geschähe das bei Have I Been Pwned, was die Richtlinie der Seite dann erlauben muss: `connect-src https://api.pwnedpasswords.com`.',
  gallery: 'Alle Zustände',
  explain: 'Passwörter erklärt',
  'done-title': 'Das Formular ist angekommen',
  'done-would':
    'Eine echte Website würde jetzt das aktuelle Passwort prüfen, sich das neue noch einmal ansehen, einen langsamen Hash davon mit Salt speichern und alle anderen Geräte abmelden.',
  'done-nothing': 'Dieser Server hat gelesen, was Sie geschickt haben, nichts davon behalten und nichts geändert.',
  'done-next': 'Als Nächstes die Bestätigung in zwei Schritten: Sie schützt das Konto auch dann, wenn ein Passwort bekannt wird.',
  'factor-link': 'Bestätigung in zwei Schritten einrichten',
  'factor-title': 'Bestätigung in zwei Schritten',
  'factor-would':
    'Hier würde eine echte Website einen Passkey, eine Authenticator-App oder einen Sicherheitsschlüssel anbieten. Damit reicht ein Passwort allein nicht mehr, um hineinzukommen.',
  'factor-nothing': 'Auf dieser Seite gibt es nichts einzurichten.',
  back: 'Zurück zum Formular',
  language: 'Sprache',
  theme: 'Farben',
  auto: 'Wie das System',
  light: 'Hell',
  dark: 'Dunkel',
};
export default words;
