import { load } from 'passmuster';

export async function POST(request: Request) {
  const muster = await load();
  return new Response(`score ${muster.estimate(await request.text()).score}`);
}
