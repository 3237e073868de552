/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: 'Wybierz nowe hasło',
  why: 'Ktoś skopiował część naszej listy użytkowników, w tym hasła w zabezpieczonej postaci. Dlatego Twoje konto potrzebuje nowego hasła.',
  elsewhere: 'Jeśli używasz starego także gdzie indziej, zmień je również tam.',
  email: 'Adres e-mail',
  current: 'Obecne hasło',
  new: 'Nowe hasło',
  confirm: 'Powtórz nowe hasło',
  submit: 'Zmień hasło',
  imagined:
    'Quillstream nie istnieje: ta strona pokazuje passmuster. To, co wpisujesz, pozostaje na tej stronie do wysłania formularza; potem serwer to wyrzuca.',
  range:
    'W przypadku silnego hasła pięć cyfr jego skrótu jest sprawdzanych na tym serwerze, pod `range/`. Bez atrybutu `endpoint` byłyby sprawdzane w Have I Been Pwned, na co zasady strony muszą wtedy pozwalać: `connect-src https://api.pwnedpasswords.com`.',
  gallery: 'Wszystkie stany',
  explain: 'Hasła objaśnione',
  'done-title': 'Formularz został wysłany',
  'done-would':
    'Prawdziwa strona sprawdziłaby teraz obecne hasło, przyjrzała się jeszcze raz nowemu, zapisała jego powolny skrót z solą i wylogowała wszystkie inne urządzenia.',
  'done-nothing': 'Ten serwer odczytał przesłane dane, niczego z nich nie zachował i niczego nie zmienił.',
  'done-next': 'Następny krok to weryfikacja dwuetapowa: chroni konto nawet wtedy, gdy hasło wycieknie.',
  'factor-link': 'Dodaj weryfikację dwuetapową',
  'factor-title': 'Weryfikacja dwuetapowa',
  'factor-would':
    'Prawdziwa strona zaproponowałaby tutaj klucz dostępu, aplikację uwierzytelniającą albo klucz bezpieczeństwa. Samo hasło nie wystarcza wtedy, by wejść na konto.',
  'factor-nothing': 'Na tej stronie nie ma niczego do ustawienia.',
  back: 'Wróć do formularza',
  language: 'Język',
  theme: 'Kolory',
  auto: 'Jak w systemie',
  light: 'Jasne',
  dark: 'Ciemne',
};
export default words;
