/**
 * `npm run bench -- procedures [rounds]`: whole records computed and judged per second on one core, beside the limit of 20 000 for JJG 539 and
 * JJG 596. Each record is an object of its own, as it comes from the network: nameplates and readings are read anew, and a reading differs from
 * record to record. Rounds of all editions are interleaved; medians are printed, of the processor's time and of the clock's.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type { CalculationInput } from '@tongheng/procedures/calculation';
import { procedures } from '@tongheng/procedures/registry';

const rounds = Number(process.argv[2] ?? 15);
const recordsPerRound = 2000;
const limitPerSecond = 20_000;
const held = ['jjg-0539', 'jjg-0596'];
const isHeld = (id: string): boolean => held.some((regulation) => id.startsWith(`${regulation}-`));

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Example = { readonly name: string; readonly input: CalculationInput };

/** The examples of an edition that pass; of the editions that are held against the limit all first verifications, of the others one. */
function examplesOf(id: string): Example[] {
  const folder = new URL(`../packages/procedures/${id}/examples/`, import.meta.url);
  const all = readdirSync(folder).map((name) => ({
    name: name.replace(/\.json$/, ''),
    ...(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { input: CalculationInput; expected: { conclusion: string | null } }),
  }));
  const passing = all.filter(({ expected }) => expected.conclusion === 'pass');
  return isHeld(id) ? passing.filter(({ input }) => input.kind === 'initial') : passing.slice(0, 1);
}

/** The same environment, a tenth of a degree apart, so that no two records are one. */
function recordsOf(input: CalculationInput, count: number): CalculationInput[] {
  const text = JSON.stringify(input);
  return Array.from({ length: count }, (_, index) => {
    const copy = JSON.parse(text) as CalculationInput & { environment: Record<string, string> };
    const { humidity } = copy.environment;
    if (humidity !== undefined) copy.environment['humidity'] = `${humidity.split('.')[0]}.${index % 10}`;
    return copy;
  });
}

type Measured = {
  readonly id: string;
  readonly name: string;
  readonly records: CalculationInput[];
  readonly processor: number[];
  readonly clock: number[];
};
const measured: Measured[] = procedures.flatMap(({ edition: { id } }) =>
  examplesOf(id).map(({ name, input }) => ({ id, name, records: recordsOf(input, recordsPerRound), processor: [], clock: [] })),
);

for (let round = 0; round <= rounds; round += 1) {
  for (const { id, records, processor, clock } of measured) {
    const calculate = procedures.find(({ edition }) => edition.id === id)?.calculate;
    if (calculate === undefined) continue;
    const [begun, before] = [process.hrtime.bigint(), process.cpuUsage()];
    let passed = 0;
    for (const record of records) if (calculate(record).conclusion === 'pass') passed += 1;
    const used = process.cpuUsage(before);
    const took = Number(process.hrtime.bigint() - begun) / 1e9;
    if (passed !== records.length) throw new RangeError(`${id}: ${passed} of ${records.length} records passed`);
    // The first round only warms up.
    if (round === 0) continue;
    processor.push(records.length / ((used.user + used.system) / 1e6));
    clock.push(records.length / took);
  }
}

console.log(`Node ${process.version}, ${rounds} rounds of ${recordsPerRound} records each, medians, one thread`);
console.log(`${'edition and example'.padEnd(48)}records/s of processor   records/s of clock   ratio to the limit`);
for (const { id, name, processor, clock } of measured) {
  const perSecond = median(processor);
  const ratio = isHeld(id) ? `${(perSecond / limitPerSecond).toFixed(2)} × ${limitPerSecond}` : '–';
  console.log(`${`${id} ${name}`.padEnd(48)}${perSecond.toFixed(0).padStart(22)}${median(clock).toFixed(0).padStart(21)}   ${ratio}`);
}
