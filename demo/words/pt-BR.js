/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: 'Escolha uma nova senha',
  why: 'Alguém copiou parte da nossa lista de membros, com senhas em forma protegida. Por isso, a sua conta precisa de uma nova.',
  elsewhere: 'Se você usa a antiga em algum outro lugar, troque-a lá também.',
  email: 'Endereço de e-mail',
  current: 'Senha atual',
  new: 'Nova senha',
  confirm: 'Repita a nova senha',
  submit: 'Alterar a senha',
  imagined:
    'O Quillstream não existe: esta página mostra o passmuster. O que você digita fica nesta página até você enviar o formulário; depois, o servidor descarta tudo.',
  range:
    'Para uma senha forte, cinco dígitos do hash são consultados neste próprio servidor, em `range/`. Sem o atributo `endpoint`, seriam consultados no Have I Been Pwned, o que a política da página precisa então permitir: `connect-src https://api.pwnedpasswords.com`.',
  gallery: 'Todos os estados',
  explain: 'Senhas explicadas',
  'done-title': 'O formulário foi enviado',
  'done-would':
    'Um site de verdade verificaria agora a senha atual, examinaria a nova mais uma vez, guardaria um hash lento e com sal e encerraria a sessão em todos os outros dispositivos.',
  'done-nothing': 'Este servidor leu o que você enviou, não guardou nada e não mudou nada.',
  'done-next': 'A seguir, a verificação em duas etapas: ela protege a conta mesmo quando uma senha vaza.',
  'factor-link': 'Adicionar a verificação em duas etapas',
  'factor-title': 'Verificação em duas etapas',
  'factor-would':
    'Aqui um site de verdade ofereceria uma chave de acesso, um aplicativo autenticador ou uma chave de segurança. Assim, só a senha já não basta para entrar.',
  'factor-nothing': 'Não há nada para configurar nesta página.',
  back: 'Voltar ao formulário',
  language: 'Idioma',
  theme: 'Cores',
  auto: 'Como o sistema',
  light: 'Claro',
  dark: 'Escuro',
};
export default words;
