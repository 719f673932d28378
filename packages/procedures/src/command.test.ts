import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Check } from './calculation.ts';
import { procedureForm, procedureList, procedureRun } from './command.ts';
import { editions, unknownLimits } from './registry.ts';
import { distance, similarIds } from './similar.ts';
import { placesOf, textTable } from './text-table.ts';

type Example = { readonly input: Record<string, unknown>; readonly expected: { readonly conclusion: 'pass' | 'fail' | null } };
const examplesOf = (id: string): Example[] => {
  const folder = new URL(`../${id}/examples/`, import.meta.url);
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Example);
};

test('every worked example is answered with its conclusion, its exit code and a text in both languages', () => {
  for (const { id } of editions) {
    for (const { input, expected } of examplesOf(id)) {
      const { answer, exitCode, text } = procedureRun(id, input);
      assert.equal((answer as { conclusion: string | null }).conclusion, expected.conclusion);
      assert.equal(exitCode, { pass: 0, fail: 1, none: 2 }[expected.conclusion ?? 'none']);
      for (const check of (answer as { checks: (Check & { explanation: unknown })[] }).checks) {
        assert.ok(text[0].includes(check.id) && text[1].includes(check.id));
        assert.ok(check.explanation !== null, `${id} ${check.id} is not explained`);
      }
      assert.doesNotMatch(text[1].replaceAll(/https?:\S+/g, ''), /[\u4e00-\u9fff]/, id);
    }
  }
});

test('a check answers with clause, value, limit, verdict and whether it is confirmed', () => {
  const { answer } = procedureRun(
    'jjg-0539-2016',
    examplesOf('jjg-0539-2016').find(({ expected }) => expected.conclusion === 'fail')?.input,
  );
  const { checks } = answer as { checks: Record<string, unknown>[] };
  assert.ok(checks.length > 0);
  for (const check of checks) for (const key of ['id', 'clause', 'value', 'limit', 'verdict', 'confirmed']) assert.ok(key in check, key);
  assert.ok(checks.some(({ verdict }) => verdict === 'fail'));
});

test('a limit that is not known can be given in the file; without it nothing is concluded', () => {
  for (const edition of editions) {
    const open = unknownLimits(edition);
    for (const { input } of examplesOf(edition.id)) {
      const { adopted: _adopted, ...record } = input;
      const { answer, text } = procedureRun(edition.id, record);
      const missing = (answer as { errors: { path: string; reason: string }[] }).errors.filter(({ reason }) => reason === 'limit-unknown');
      for (const { path } of missing)
        assert.ok(
          open.some((limit) => limit.path === path),
          path,
        );
      if (missing.length > 0) assert.match(text[0], /待确认/);
    }
  }
  const file = procedureForm('jjg-0692-2010').answer as { template: { adopted: Record<string, string> } };
  assert.deepEqual(Object.values(file.template.adopted), [''], 'an empty file has the place, and a blank is not a value');
  assert.equal(procedureRun('jjg-0692-2010', file.template).exitCode, 2);
});

test('the form gives an empty file whose every place the procedure knows', () => {
  for (const { id } of editions) {
    const { answer, exitCode, text } = procedureForm(id);
    assert.equal(exitCode, 0);
    const { template } = answer as { template: unknown };
    const { errors } = procedureRun(id, template).answer as { errors: { path: string; reason: string }[] };
    assert.deepEqual(
      errors.filter(({ reason }) => reason === 'unknown' || reason === 'form'),
      [],
      id,
    );
    assert.ok(text[0].includes('instrument.') && !/[\u4e00-\u9fff]/.test(text[1]), id);
  }
});

test('the list says of each edition what it is, when and for what it holds, and how many limits are open', () => {
  const { answer, text } = procedureList();
  const { procedures } = answer as { procedures: { id: string; unknownLimits: unknown[] }[] };
  assert.deepEqual(
    procedures.map(({ id, unknownLimits: open }) => [id, open.length]),
    editions.map((edition) => [edition.id, unknownLimits(edition).length]),
  );
  for (const { id, number } of editions) assert.ok(text[0].includes(id) && text[1].includes(number));
});

test('an id that nobody has is answered with those that may have been meant', () => {
  for (const asked of ['jjg-539-2016', 'JJG 539', 'jjg539', 'jjg-0539-2015', '0539', 'JJG 539-2016'])
    assert.ok(
      similarIds(
        asked,
        editions.map(({ id }) => id),
      ).includes('jjg-0539-2016'),
      asked,
    );
  const { answer, exitCode, text } = procedureRun('jjg-0539-2017', {});
  assert.equal(exitCode, 2);
  assert.match(text[0], /jjg-0539-2016/);
  assert.deepEqual(
    (answer as { errors: { reason: string }[] }).errors.map(({ reason }) => reason),
    ['unknown'],
  );
  assert.deepEqual(
    similarIds(
      'thermometer',
      editions.map(({ id }) => id),
    ),
    [],
  );
  assert.equal(procedureForm('').exitCode, 2);
});

test('letters that differ are counted', () => {
  assert.equal(distance('', 'abc'), 3);
  assert.equal(distance('abc', 'abc'), 0);
  assert.equal(distance('kitten', 'sitting'), 3);
});

test('columns stand one below the other, a Chinese character being two places wide', () => {
  assert.equal(placesOf('限值 ± 4'), 8);
  assert.equal(
    textTable([
      ['a', 'b'],
      ['甲乙', '1'],
    ]),
    'a     b\n甲乙  1',
  );
  assert.equal(textTable([]), '');
});
