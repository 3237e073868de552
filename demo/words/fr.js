/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: 'Choisissez un nouveau mot de passe',
  why: 'Quelqu’un a copié une partie de notre liste de membres, avec des mots de passe sous forme protégée. Votre compte a donc besoin d’un nouveau mot de passe.',
  elsewhere: 'Si vous utilisez aussi l’ancien ailleurs, changez-le là-bas également.',
  email: 'Adresse e-mail',
  current: 'Mot de passe actuel',
  new: 'Nouveau mot de passe',
  confirm: 'Répétez le nouveau mot de passe',
  submit: 'Changer le mot de passe',
  imagined:
    'Quillstream n’existe pas : cette page présente passmuster. Ce que vous saisissez reste dans cette page jusqu’à l’envoi du formulaire ; le serveur le jette ensuite.',
  range:
    'Pour un mot de passe robuste, cinq chiffres de son empreinte sont recherchés sur ce serveur, sous `range/`. Sans l’attribut `endpoint`, ils le seraient auprès de Have I Been Pwned, ce que la politique de la page doit alors autoriser : `connect-src https://api.pwnedpasswords.com`.',
  gallery: 'Tous les états',
  explain: 'Les mots de passe expliqués',
  'done-title': 'Le formulaire est bien parti',
  'done-would':
    'Un vrai site vérifierait maintenant le mot de passe actuel, examinerait une nouvelle fois le nouveau, en enregistrerait une empreinte lente et salée, et déconnecterait tous les autres appareils.',
  'done-nothing': 'Ce serveur a lu ce que vous avez envoyé, n’en a rien gardé et n’a rien changé.',
  'done-next': 'Ensuite, la validation en deux étapes : elle protège le compte même quand un mot de passe fuite.',
  'factor-link': 'Ajouter la validation en deux étapes',
  'factor-title': 'Validation en deux étapes',
  'factor-would':
    'Un vrai site proposerait ici une clé d’accès, une application d’authentification ou une clé de sécurité. Un mot de passe seul ne suffit alors plus pour entrer.',
  'factor-nothing': 'Il n’y a rien à configurer sur cette page.',
  back: 'Retour au formulaire',
  language: 'Langue',
  theme: 'Couleurs',
  auto: 'Comme le système',
  light: 'Clair',
  dark: 'Sombre',
};
export default words;
