/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: '设置新密码',
  why: '有人复制了我们的部分会员名单，其中包含受保护形式的密码。因此，您的账户需要换一个新密码。',
  elsewhere: '如果您在别处也使用旧密码，请在那里一并更改。',
  email: '电子邮箱',
  current: '当前密码',
  new: '新密码',
  confirm: '再次输入新密码',
  submit: '更改密码',
  imagined:
    'Quillstream 是虚构的：本页用来展示 passmuster。在您提交表单之前，您输入的内容只留在本页；提交之后，服务器会将其丢弃。',
  range:
    '如果密码强度高，会用其哈希值的五位在本服务器的 `range/` 查询。若没有 `endpoint` 属性，则会向 Have I Been Pwned 查询，这时页面的策略必须允许：`connect-src https://api.pwnedpasswords.com`。',
  gallery: '所有状态',
  explain: '密码解析',
  'done-title': '表单已提交',
  'done-would': '真实的网站此时会核对当前密码，再次检查新密码，保存其加盐的慢速哈希值，并让所有其他设备退出登录。',
  'done-nothing': '本服务器读取了您发送的内容，没有保留任何部分，也没有做任何更改。',
  'done-next': '下一步是两步验证：即使密码泄露，它也能保护账户。',
  'factor-link': '添加两步验证',
  'factor-title': '两步验证',
  'factor-would': '真实的网站会在这里提供通行密钥、验证器应用或安全密钥。这样，仅凭密码就无法登录了。',
  'factor-nothing': '本页没有需要设置的内容。',
  back: '返回表单',
  language: '语言',
  theme: '配色',
  auto: '跟随系统',
  light: '浅色',
  dark: '深色',
};
export default words;
