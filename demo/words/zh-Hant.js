/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: '設定新密碼',
  why: '有人複製了我們的部分會員名單，其中包含受保護形式的密碼。因此，您的帳戶需要換一組新密碼。',
  elsewhere: '如果您在其他地方也使用舊密碼，請在那裡一併變更。',
  email: '電子郵件地址',
  current: '目前的密碼',
  new: '新密碼',
  confirm: '再次輸入新密碼',
  submit: '變更密碼',
  imagined:
    'Quillstream 是虛構的：本頁用來展示 passmuster。在您送出表單之前，您輸入的內容只留在本頁；送出之後，伺服器會將其捨棄。',
  range:
    '如果密碼強度高，會以其雜湊值的五位在本伺服器的 `range/` 查詢。若沒有 `endpoint` 屬性，則會向 Have I Been Pwned 查詢，這時頁面的政策必須允許：`connect-src https://api.pwnedpasswords.com`。',
  gallery: '所有狀態',
  explain: '密碼解析',
  'done-title': '表單已送出',
  'done-would': '真實的網站此時會核對目前的密碼，再次檢查新密碼，儲存其加鹽的慢速雜湊值，並登出所有其他裝置。',
  'done-nothing': '本伺服器讀取了您送出的內容，沒有保留任何部分，也沒有做任何變更。',
  'done-next': '下一步是兩步驟驗證：即使密碼外洩，它也能保護帳戶。',
  'factor-link': '新增兩步驟驗證',
  'factor-title': '兩步驟驗證',
  'factor-would': '真實的網站會在這裡提供通行金鑰、驗證器應用程式或安全金鑰。這樣，單憑密碼就無法登入了。',
  'factor-nothing': '本頁沒有需要設定的內容。',
  back: '返回表單',
  language: '語言',
  theme: '配色',
  auto: '依照系統',
  light: '淺色',
  dark: '深色',
};
export default words;
