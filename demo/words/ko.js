/** @type {Record<keyof typeof import('./de.js').default, string>} */
const words = {
  title: '새 비밀번호를 정하세요',
  why: '누군가 회원 목록의 일부를 보호 처리된 비밀번호와 함께 복사해 갔어요. 그래서 계정에 새 비밀번호가 필요해요.',
  elsewhere: '예전 비밀번호를 다른 곳에서도 쓰고 있다면 거기에서도 바꿔 주세요.',
  email: '이메일 주소',
  current: '현재 비밀번호',
  new: '새 비밀번호',
  confirm: '새 비밀번호 다시 입력',
  submit: '비밀번호 변경',
  imagined:
    'Quillstream은 가상의 서비스이고, 이 페이지는 passmuster를 보여 줘요. 입력한 내용은 양식을 보내기 전까지 이 페이지에만 머물고, 보낸 뒤에는 서버가 버려요.',
  range:
    '강력한 비밀번호라면 해시의 다섯 자리를 이 서버의 `range/`에서 조회해요. `endpoint` 속성이 없으면 Have I Been Pwned에서 조회하므로, 페이지 정책이 이를 허용해야 해요: `connect-src https://api.pwnedpasswords.com`.',
  gallery: '모든 상태',
  explain: '비밀번호 풀이',
  'done-title': '양식을 보냈어요',
  'done-would':
    '실제 사이트라면 이제 현재 비밀번호를 확인하고, 새 비밀번호를 한 번 더 살펴보고, 솔트를 더한 느린 해시를 저장한 뒤 다른 모든 기기에서 로그아웃해요.',
  'done-nothing': '이 서버는 보낸 내용을 읽었지만 아무것도 남기지 않았고 아무것도 바꾸지 않았어요.',
  'done-next': '다음은 2단계 인증이에요. 비밀번호가 유출되어도 계정을 지켜 줘요.',
  'factor-link': '2단계 인증 추가',
  'factor-title': '2단계 인증',
  'factor-would': '실제 사이트라면 여기에서 패스키, 인증 앱, 보안 키를 제공해요. 그러면 비밀번호만으로는 로그인할 수 없어요.',
  'factor-nothing': '이 페이지에는 설정할 것이 없어요.',
  back: '양식으로 돌아가기',
  language: '언어',
  theme: '색상',
  auto: '시스템 설정',
  light: '밝게',
  dark: '어둡게',
};
export default words;
