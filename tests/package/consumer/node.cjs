const { load } = require('passmuster');
// A page rendered on a server requires it there, too.
require('passmuster/element');

(async () => {
  const [muster, zxcvbn] = await Promise.all([load(), load({ engine: 'zxcvbn' })]);
  const scores = [muster, zxcvbn].map((api) => api.estimate('password123').score);
  const { password, bits } = await muster.generate({ words: 6 });
  console.log(JSON.stringify({ scores, words: password.split('-').length >= 6, bits }));
})();
