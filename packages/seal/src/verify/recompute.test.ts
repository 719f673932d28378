import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '@tongheng/procedures/calculation';
import { editionText, findProcedure, procedures } from '@tongheng/procedures/registry';
import { canonical } from '../canonical.ts';
import { readAnyRecord, type OlderRecord } from '../record.ts';
import { recompute } from './recompute.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const folder = new URL('../../../procedures/', import.meta.url);
const examplesOf = (id: string): { readonly name: string; readonly input: CalculationInput }[] =>
  readdirSync(new URL(`${id}/examples/`, folder)).map((name) => ({
    name: `${id} ${name}`,
    ...(JSON.parse(readFileSync(new URL(`${id}/examples/${name}`, folder), 'utf8')) as { input: CalculationInput }),
  }));

type Changes = { readonly procedure?: object; readonly verification?: object; readonly validUntil?: string | null };

/** The parts of a record that a recomputation reads, as a service wrote them from this input. */
function recordOf(id: string, input: CalculationInput, changes: Changes = {}): OlderRecord {
  const procedure = findProcedure(id)!;
  const result = procedure.calculate(input);
  return {
    kind: result.conclusion === 'fail' ? 'notice' : 'certificate',
    validUntil: 'validUntil' in changes ? changes.validUntil! : '2026-06-01',
    instrument: { serial: '1', nameplate: input.instrument },
    procedure: {
      edition: id,
      digest: sha256(editionText(id)!),
      calculationRevision: procedure.edition.calculationRevision,
      adopted: input.adopted ?? {},
      ...changes.procedure,
    },
    verification: {
      kind: input.kind,
      testedOn: '2026-05-20',
      environment: input.environment,
      readings: input.readings,
      result,
      resultDigest: sha256(canonical(result)),
      conclusion: result.conclusion,
      ...changes.verification,
    },
  } as unknown as OlderRecord;
}

const { name, input } = examplesOf('jjg-0539-2016').find((example) => example.name.includes('pass-'))!;

test('every example of every edition is computed again with the same results', () => {
  let count = 0;
  for (const { edition } of procedures)
    for (const example of examplesOf(edition.id)) {
      const record = recordOf(edition.id, example.input, { validUntil: null });
      const { answer } = recompute({ ...record, kind: 'notice' });
      assert.equal(answer.code, 'recomputation.same', `${example.name}: ${answer.reason[1]}`);
      count += 1;
    }
  assert.ok(count > 100);
});

test('a reading that was changed after the calculation is found with what it gives', () => {
  const other = JSON.parse(JSON.stringify(input)) as CalculationInput & { readings: Record<string, { rows?: Record<string, string>[] }> };
  const row = other.readings['weighing']!.rows!.at(-1)!;
  const column = Object.keys(row).find((key) => /^\d+(\.\d+)?$/.test(row[key]!) && key !== 'load')!;
  row[column] = `${row[column]!}1`;
  const { answer, differences } = recompute(recordOf('jjg-0539-2016', input, { verification: { readings: other.readings } }));
  assert.equal(answer.ok, false, name);
  assert.ok(differences.length > 0);
});

test('a verdict, a limit or a digest that was rewritten is found, each by its place', () => {
  const { result } = recordOf('jjg-0539-2016', input).verification as unknown as {
    result: { conclusion: string; checks: { id: string; limit: string }[] };
  };
  const placesOf = (verification: object): string[] =>
    recompute(recordOf('jjg-0539-2016', input, { verification })).differences.map(({ place }) => place);
  const wider = { ...result, checks: result.checks.map((check, index) => (index === 0 ? { ...check, limit: '999' } : check)) };
  assert.deepEqual(placesOf({ result: wider, resultDigest: sha256(canonical(wider)) }), [`checks.${result.checks[0]!.id}.limit`]);
  assert.deepEqual(placesOf({ conclusion: 'fail' }), ['verdict']);
  assert.deepEqual(placesOf({ resultDigest: sha256('') }), ['resultDigest']);
});

test('what this program cannot know is no difference', () => {
  const codeOf = (changes: Changes): string => recompute(recordOf('jjg-0539-2016', input, changes)).answer.code;
  assert.equal(codeOf({ procedure: { edition: 'jjg-9999-2030' } }), 'recomputation.unknownEdition');
  assert.equal(codeOf({ procedure: { calculationRevision: 999 } }), 'recomputation.otherRevision');
  assert.equal(codeOf({ procedure: { digest: sha256('') } }), 'recomputation.same');
  assert.equal(codeOf({ procedure: { digest: sha256('') }, verification: { conclusion: 'fail' } }), 'recomputation.otherData');
  assert.equal(codeOf({ verification: { readings: null } }), 'recomputation.noReadings');
});

test('a last day later than the regulation allows is found, an earlier one is the institute’s own', () => {
  const found = recompute(recordOf('jjg-0539-2016', input, { validUntil: '2036-05-19' }));
  assert.deepEqual(
    found.differences.map(({ place }) => place),
    ['validUntil'],
  );
  assert.equal(recompute(recordOf('jjg-0539-2016', input, { validUntil: '2026-08-19' })).answer.ok, true);
  assert.equal(recompute(recordOf('jjg-0539-2016', input, { validUntil: null })).answer.ok, false);
});

const vectors = new URL('../../vectors/records/', import.meta.url);
for (const file of readdirSync(vectors).filter((one) => one.endsWith('.json')))
  test(`a record as the service writes it is computed again: ${file}`, () => {
    const record = readAnyRecord(readFileSync(new URL(file, vectors), 'utf8').replace(/\n$/, ''));
    const { answer, differences } = recompute(record);
    assert.deepEqual(differences, []);
    assert.equal(answer.ok, true, answer.reason[1]);
  });
