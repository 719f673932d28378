// `npm run dev`: the server restarts when its sources change, and Vite shows pages as they are edited.
import { run } from './prepare.mjs';

const server = ['--watch', 'app/cli.ts', 'start', '--data', '.data/dev', ...process.argv.slice(2)];
const pages = ['node_modules/vite/bin/vite.js'];
process.exit(await Promise.race([server, pages].map((args) => run(process.execPath, args))));
