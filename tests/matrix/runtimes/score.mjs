import { load } from 'passmuster';

const muster = await load();
console.log('score', muster.estimate('password123').score, (await muster.generate({ words: 4 })).password.length > 8);
