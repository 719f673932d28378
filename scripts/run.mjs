// `npm start`, `npm test` and the others: whatever is missing or stale is made first.
import { ancestors, buildWeb, findRuntime, install, refuse, refuseOldNode, root, runProgram } from './prepare.mjs';

refuseOldNode();

const [verb = 'start', ...args] = process.argv.slice(2);

const verbs = {
  start: { web: true, go: (runtime) => runProgram(runtime, 'app/cli.ts', ['start', ...args], { cwd: root, server: true }) },
  test: { web: true, go: (runtime) => runProgram(runtime, 'test/run.ts', ['test', ...args], { cwd: root }) },
  journeys: { web: true, go: (runtime) => runProgram(runtime, 'test/run.ts', ['journeys', ...args], { cwd: root }) },
  check: { web: false, go: (runtime) => runProgram(runtime, 'test/run.ts', ['check', ...args], { cwd: root }) },
  dev: { web: false, go: (runtime) => runProgram(runtime, 'scripts/dev.mjs', args, { cwd: root }) },
  pictures: { web: true, go: (runtime) => runProgram(runtime, 'scripts/pictures.ts', args, { cwd: root }) },
  generate: { web: false, go: (runtime) => runProgram(runtime, 'scripts/generate.ts', args, { cwd: root }) },
  pack: { web: false, go: (runtime) => runProgram(runtime, 'scripts/pack-packages.ts', args, { cwd: root }) },
  // Some benches play the built pages in a browser.
  bench: {
    web: ['bench-grid', 'offline'].includes(args[0]),
    go: (runtime) => runProgram(runtime, `bench/${args[0] ?? 'run'}.ts`, args.slice(1), { cwd: root }),
  },
};

const chosen = Object.hasOwn(verbs, verb) ? verbs[verb] : refuse(`没有命令 ${verb}`, `There is no command ${verb}`);

await install();
const runtime = findRuntime();
if (chosen.web) await buildWeb(runtime);

// npm that was killed leaves shell and bootstrap to init: the server must not keep port and data folder from the next start.
if (process.env.npm_lifecycle_event !== undefined) {
  const line = ancestors();
  setInterval(() => ancestors() === line || process.kill(process.pid, 'SIGTERM'), 500).unref();
}
process.exitCode = await chosen.go(runtime);
