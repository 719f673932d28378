/**
 * `npm run bench -- fuzz [N]`: N inputs (a million by default), near valid ones, to every reader of foreign bytes. None may crash, hang, throw what
 * it does not declare, or accept as signed what was not signed. `npm run bench -- fuzz N NAME FIRST` repeats inputs of one reader.
 */
import { fuzz, Fault } from '../test/seal/fuzz-run.ts';
import { fuzzTargets } from '../test/seal/fuzz-targets.ts';

const [wanted = '1000000', only, first = '1'] = process.argv.slice(2);
const inputs = Number(wanted);
if (!Number.isInteger(inputs) || inputs < 1) throw new RangeError(`not a number of inputs: ${wanted}`);
const targets = (await fuzzTargets()).filter(({ name }) => only === undefined || name === only);
const shares = targets.reduce((sum, { share }) => sum + share, 0);

let total = 0;
const began = performance.now();
try {
  for (const target of targets) {
    const count = Math.ceil((inputs * target.share) / shares);
    const begun = performance.now();
    const { read, refused, slowestMilliseconds } = await fuzz(target, count, Number(first));
    const seconds = (performance.now() - begun) / 1000;
    total += count;
    console.log(
      `${target.name.padEnd(20)} ${String(count).padStart(7)} inputs, ${String(read).padStart(6)} read, ${String(refused).padStart(7)} refused, ` +
        `slowest ${slowestMilliseconds.toFixed(1)} ms, ${Math.round(count / seconds)} per second`,
    );
  }
  const memory = Math.round(process.memoryUsage().rss / 1_048_576);
  console.log(`${total} inputs in ${((performance.now() - began) / 1000).toFixed(0)} s, no crash, no hang, no wrong accept; ${memory} MiB`);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
