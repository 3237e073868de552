import { load } from 'passmuster';

export default {
  async fetch() {
    const muster = await load();
    const { password } = await muster.generate({ length: 20 });
    return new Response(`score ${muster.estimate('password123').score} ${password.length}`);
  },
};
