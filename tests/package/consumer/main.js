import { load } from 'passmuster';
// The second engine, which no bundler is to fetch unasked.
import 'passmuster/zxcvbn';
import 'passmuster/element';
import 'passmuster/style.css';

const [muster, zxcvbn] = await Promise.all([load(), load({ engine: 'zxcvbn' })]);
document.documentElement.dataset.scores = [muster, zxcvbn].map((api) => api.estimate('password123').score).join();
