// npm run screenshots: pictures of everything that the panel shows.
import { load } from '../load.mjs';

await load('/test/screenshots/take.ts', ({ takeAll }) => takeAll(process.argv.slice(2)));
