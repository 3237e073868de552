/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: '新しいパスワードを設定',
  why: '何者かが会員リストの一部を、保護された形のパスワードとともにコピーしました。そのため、お使いのアカウントには新しいパスワードが必要です。',
  elsewhere: '古いパスワードをほかでも使っている場合は、そちらも変更してください。',
  email: 'メールアドレス',
  current: '現在のパスワード',
  new: '新しいパスワード',
  confirm: '新しいパスワード（確認）',
  submit: 'パスワードを変更',
  imagined:
    'Quillstream は架空のサービスで、このページは passmuster を紹介するものです。入力した内容はフォームを送信するまでこのページにとどまり、送信後はサーバーが破棄します。',
  range:
    '十分に強いパスワードについては、ハッシュ値の 5 桁をこのサーバーの `range/` で照会します。属性 `endpoint` がなければ Have I Been Pwned に照会するため、ページのポリシーで許可が必要です：`connect-src https://api.pwnedpasswords.com`。',
  gallery: 'すべての状態',
  explain: 'パスワードの解説',
  'done-title': 'フォームを送信しました',
  'done-would':
    '実際のサイトなら、ここで現在のパスワードを確認し、新しいパスワードをもう一度調べ、ソルト付きの低速なハッシュ値を保存して、ほかのすべての端末をログアウトさせます。',
  'done-nothing': 'このサーバーは送信された内容を読み取りましたが、何も保存せず、何も変更していません。',
  'done-next': '次は 2 段階認証です。パスワードが漏えいしても、アカウントを守ります。',
  'factor-link': '2 段階認証を追加',
  'factor-title': '2 段階認証',
  'factor-would':
    '実際のサイトなら、ここでパスキー、認証アプリ、セキュリティキーを選べます。そうすれば、パスワードだけではログインできなくなります。',
  'factor-nothing': 'このページで設定するものはありません。',
  back: 'フォームに戻る',
  language: '言語',
  theme: '配色',
  auto: 'システムに合わせる',
  light: 'ライト',
  dark: 'ダーク',
};
export default words;
