#!/usr/bin/env node
// The command `tongheng`: files are named from the folder the person stands in.
import { buildWeb, findRuntime, install, refuseOldNode, runProgram } from './prepare.mjs';

refuseOldNode();
await install();
const runtime = findRuntime();
const args = process.argv.slice(2);
if (args[0] === 'start') await buildWeb(runtime);
process.exitCode = await runProgram(runtime, 'app/cli.ts', args);
