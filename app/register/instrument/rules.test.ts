import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { editions } from '@tongheng/procedures/registry';
import { nameplate } from '../../../test/support/thread.ts';
import { editionsOf } from '../catalogue/rules/kinds.ts';
import {
  instrumentKindNames,
  instrumentKinds,
  nameplateErrors,
  nameplateFields,
  nameplateForm,
  nameplateLine,
  saidByKind,
  type InstrumentKind,
} from './rules.ts';

const today = '2026-11-23';

test('every kind that an edition names is a kind of the ledger', () => {
  const named = new Set(editions.flatMap(({ applies }) => applies.map(({ instrument }) => instrument)));
  const known = new Set<string>(instrumentKindNames);
  assert.deepEqual(
    [...named].filter((kind) => !known.has(kind)),
    [],
  );
});

test('the 22 items of the annex each have a kind of instrument', () => {
  const items = new Set<string>(Object.values(instrumentKinds).flatMap(({ items: of }) => [...of]));
  for (let n = 1; n <= 13; n++) assert.ok(items.has(`B${n}`), `B${n}`);
  for (let n = 1; n <= 9; n++) assert.ok(items.has(`E${n}`), `E${n}`);
});

test('a nameplate in one line says what has a symbol and the class', () => {
  assert.match(nameplateLine('price-computing-scale', nameplate)[0], /^III, Max 15 kg, Min 100 g, e = 5 g/);
  assert.deepEqual(nameplateLine('price-computing-scale', {}), ['', '']);
  const gauge = { unit: 'MPa', class: '1.6', lower: '0', upper: '1.6' };
  assert.match(nameplateLine('pressure-gauge', gauge)[0], /1\.6 级/);
});

test('a nameplate is judged by the edition that holds on the day', () => {
  assert.deepEqual(nameplateErrors('price-computing-scale', nameplate, today), []);
  assert.equal(nameplateForm('price-computing-scale', '2015-01-01'), undefined);
  const stranger = nameplateErrors('price-computing-scale', { ...nameplate, colour: 'red' }, today);
  assert.deepEqual(
    stranger.map(({ path, reason }) => [path, reason]),
    [['colour', 'unknown']],
  );
});

test('what a kind already says of its nameplate need not be written, and cannot be written otherwise', () => {
  assert.deepEqual(saidByKind('taximeter-installed', today), { state: 'installed' });
  const reasons = (parameters: Record<string, string>) =>
    nameplateErrors('taximeter-installed', parameters, today)
      .filter(({ path }) => path === 'state')
      .map(({ reason }) => reason);
  assert.deepEqual([reasons({}), reasons({ state: 'installed' }), reasons({ state: 'bench' })], [[], [], ['kind']]);
});

test('an empty nameplate names every field that its kind needs, and what a field takes is said for each', () => {
  for (const kind of instrumentKindNames) {
    const form = nameplateForm(kind, today);
    if (form === undefined) continue;
    const said = saidByKind(kind, today);
    const needed = form.fields.some(({ id, required }) => required.includes('initial') && said[id] === undefined);
    assert.ok(nameplateErrors(kind, {}, today).length > 0 || !needed, kind);
    for (const field of form.fields.filter(({ id }) => said[id] === undefined)) {
      const errors = nameplateErrors(kind, { [field.id]: '＿' }, today).filter(({ path }) => path === field.id);
      if (field.kind !== 'text') assert.ok(errors.length > 0, `${kind} takes nonsense as ${field.id}`);
    }
  }
});

test('the nameplate of a worked example is accepted for its kind and says something in one line', () => {
  for (const { id, applies } of editions) {
    const folder = new URL(`../../../packages/procedures/${id}/examples/`, import.meta.url);
    for (const name of readdirSync(folder).filter((file) => file.startsWith('pass'))) {
      const { input } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { input: { instrument: Record<string, string> } };
      const holding = applies.flatMap(({ instrument, from, to }) => [
        { kind: instrument as InstrumentKind, day: from.value },
        ...(to.value === null ? [] : [{ kind: instrument as InstrumentKind, day: to.value }]),
      ]);
      const wrong = holding.map(({ kind, day }) => nameplateErrors(kind, input.instrument, day));
      assert.ok(
        wrong.some((errors) => errors.length === 0),
        `${id} ${name}: ${JSON.stringify(wrong[0])}`,
      );
      for (const { kind } of holding) assert.notEqual(nameplateLine(kind, input.instrument)[0], '', `${id} ${name}`);
    }
  }
});

test('what an older edition asked of a nameplate stays readable beside the newer form', () => {
  for (const kind of instrumentKindNames) {
    const known = new Set(nameplateFields(kind).map(({ id }) => id));
    for (const { form } of editionsOf(kind)) for (const { id } of form.instrument.fields) assert.ok(known.has(id), `${kind} ${id}`);
  }
});
