import { load } from 'passmuster';
// A page rendered on a server imports it there, too.
import 'passmuster/element';

const [muster, zxcvbn] = await Promise.all([load(), load({ engine: 'zxcvbn' })]);
const scores = [muster, zxcvbn].map((api) => api.estimate('password123').score);
const { password, bits } = await muster.generate({ words: 6 });
console.log(JSON.stringify({ scores, words: password.split('-').length >= 6, bits }));
