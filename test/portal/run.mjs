// Reads a real portal: npm run portal serves the local Desk over it, npm run probe asks it what it does.
import { load } from '../load.mjs';

const [name, ...words] = process.argv.slice(2);
process.exitCode = await load(`/test/portal/main-${name}.ts`, ({ main }) => main(words));
