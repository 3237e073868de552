/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: 'Yeni bir parola seçin',
  why: 'Biri, üye listemizin bir bölümünü korunmuş hâldeki parolalarla birlikte kopyaladı. Bu yüzden hesabınıza yeni bir parola gerekiyor.',
  elsewhere: 'Eskisini başka bir yerde de kullanıyorsanız lütfen orada da değiştirin.',
  email: 'E-posta adresi',
  current: 'Şu anki parola',
  new: 'Yeni parola',
  confirm: 'Yeni parolayı tekrarlayın',
  submit: 'Parolayı değiştir',
  imagined:
    'Quillstream diye bir yer yok: bu sayfa passmuster’ı gösteriyor. Yazdıklarınız, formu gönderene kadar bu sayfada kalır; sonra sunucu onları atar.',
  range:
    'Güçlü bir parolanın özetinden beş hane bu sunucunun `range/` adresinde aranır. `endpoint` özniteliği olmasaydı Have I Been Pwned’da aranırdı; sayfanın ilkesi o zaman buna izin vermelidir: `connect-src https://api.pwnedpasswords.com`.',
  gallery: 'Bütün durumlar',
  explain: 'Parolalar açıklanıyor',
  'done-title': 'Form gönderildi',
  'done-would':
    'Gerçek bir site şimdi şu anki parolayı denetler, yenisine bir kez daha bakar, onun yavaş ve tuzlanmış bir özetini saklar ve diğer bütün cihazlardaki oturumları kapatırdı.',
  'done-nothing': 'Bu sunucu gönderdiklerinizi okudu, hiçbirini saklamadı ve hiçbir şeyi değiştirmedi.',
  'done-next': 'Sırada iki adımlı doğrulama var: bir parola sızsa bile hesabı korur.',
  'factor-link': 'İki adımlı doğrulama ekle',
  'factor-title': 'İki adımlı doğrulama',
  'factor-would':
    'Gerçek bir site burada bir geçiş anahtarı, doğrulama uygulaması ya da güvenlik anahtarı önerirdi. O zaman yalnızca parola, girmeye yetmez.',
  'factor-nothing': 'Bu sayfada ayarlanacak bir şey yok.',
  back: 'Forma dön',
  language: 'Dil',
  theme: 'Renkler',
  auto: 'Sistemdeki gibi',
  light: 'Açık',
  dark: 'Koyu',
};
export default words;
