#!/usr/bin/env node
// The command `tongheng`: files are named from the folder the person stands in.
import { buildWeb, findRuntime, install, refuseOldNode, runProgram } from './prepare.mjs';

refuseOldNode();
await install();
const runtime = findRuntime();
const args = process.argv.slice(2);
const server = args[0] === 'start' || args[0] === 'demo';
if (server) await buildWeb(runtime);
process.exitCode = await runProgram(runtime, 'app/cli.ts', args, { server });
