/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: 'Elija una contraseña nueva',
  why: 'Alguien copió parte de nuestra lista de miembros, con contraseñas en forma protegida. Por eso su cuenta necesita una nueva.',
  elsewhere: 'Si usa la anterior en algún otro sitio, cámbiela allí también.',
  email: 'Correo electrónico',
  current: 'Contraseña actual',
  new: 'Contraseña nueva',
  confirm: 'Repita la contraseña nueva',
  submit: 'Cambiar la contraseña',
  imagined:
    'Quillstream no existe: esta página muestra passmuster. Lo que escribe se queda en esta página hasta que envía el formulario; después, el servidor lo descarta.',
  range:
    'Para una contraseña segura se consultan cinco dígitos de su hash en este mismo servidor, en `range/`. Sin el atributo `endpoint` se consultarían en Have I Been Pwned, y la política de la página tendría que permitirlo: `connect-src https://api.pwnedpasswords.com`.',
  gallery: 'Todos los estados',
  explain: 'Contraseñas explicadas',
  'done-title': 'El formulario se ha enviado',
  'done-would':
    'Un sitio real comprobaría ahora la contraseña actual, revisaría otra vez la nueva, guardaría un hash lento y con sal y cerraría la sesión en los demás dispositivos.',
  'done-nothing': 'Este servidor ha leído lo que envió, no ha guardado nada y no ha cambiado nada.',
  'done-next': 'A continuación, la verificación en dos pasos: protege la cuenta aunque se filtre una contraseña.',
  'factor-link': 'Añadir la verificación en dos pasos',
  'factor-title': 'Verificación en dos pasos',
  'factor-would':
    'Un sitio real ofrecería aquí una llave de acceso, una aplicación de autenticación o una llave de seguridad. Así, una contraseña por sí sola ya no basta para entrar.',
  'factor-nothing': 'En esta página no hay nada que configurar.',
  back: 'Volver al formulario',
  language: 'Idioma',
  theme: 'Colores',
  auto: 'Como el sistema',
  light: 'Claro',
  dark: 'Oscuro',
};
export default words;
