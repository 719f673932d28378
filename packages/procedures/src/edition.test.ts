import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { editionData, editionText, editions, unknownLimits } from './registry.ts';

test('every number of an edition says where it was read, and none claims to be confirmed', () => {
  const visit = (value: unknown, path: string): number => {
    if (typeof value !== 'object' || value === null) return 0;
    if ('confidence' in value) {
      const { source, confirmed } = value as Record<string, unknown>;
      assert.ok(typeof source === 'string' && source.length > 10, `${path} has no source`);
      assert.equal(confirmed, false, path);
      return 1;
    }
    return Object.entries(value).reduce((count, [key, entry]) => {
      assert.notEqual(typeof entry, 'number', `${path}.${key} is a number without a source`);
      return count + visit(entry, `${path}.${key}`);
    }, 0);
  };
  for (const { id, status, applies, catalogue, items, standards, limits, validity } of editions)
    assert.ok(visit({ status, applies, catalogue, items, standards, limits, validity }, id) > 10, id);
});

test('a number that is not known has no value, a label in both languages and a place of its own', () => {
  for (const edition of editions) {
    const paths = unknownLimits(edition).map(({ path, label }) => {
      assert.ok(label[0] !== '' && label[1] !== '', `${edition.id} ${path}`);
      return path;
    });
    assert.equal(new Set(paths).size, paths.length);
    for (const path of paths) {
      const found = path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], edition);
      assert.equal((found as { value: unknown }).value, null, `${edition.id} ${path}`);
    }
  }
});

test('the data of an edition is plain: written as JSON and read back it is the same, with one digest', () => {
  for (const { id } of editions) {
    const text = editionText(id) ?? '';
    assert.deepEqual(JSON.parse(text), editionData(id), id);
    assert.ok(text.startsWith('{"annexItems":'), 'keys are sorted');
  }
  assert.equal(editionText('jjg-9999-2016'), undefined);
});

test('every label and help stands in Chinese and in English', () => {
  const pair = (text: readonly [string, string], place: string) =>
    assert.ok(text[0] !== '' && text[1] !== '' && !/[\u4e00-\u9fff]/.test(text[1]), `${place}: ${text[0]} / ${text[1]}`);
  for (const { id, title, form, items, standards, notCovered, applies, annexItems, validity } of editions) {
    for (const text of [title, ...notCovered]) pair(text, id);
    for (const one of [...items, ...standards, ...applies, ...annexItems, ...validity.rules]) pair(one.title, id);
    for (const { requirement, range } of standards) for (const text of [requirement, range]) if (text) pair(text.value, id);
    for (const group of [form.instrument, form.environment, ...form.readings]) {
      pair(group.title, `${id} ${group.id}`);
      pair(group.help, `${id} ${group.id}`);
      for (const { label } of group.computed) pair(label, `${id} ${group.id}`);
      for (const field of [...group.fields, ...group.columns]) {
        pair(field.label, `${id} ${group.id}.${field.id}`);
        pair(field.help, `${id} ${group.id}.${field.id}`);
        for (const { label } of field.choices ?? []) pair(label, `${id} ${group.id}.${field.id}`);
      }
    }
  }
});

test('no name in a form stands twice, and every item has a group that is read for it', () => {
  for (const { id, form, items } of editions) {
    const groups = form.readings.map((group) => group.id);
    assert.equal(new Set(groups).size, groups.length, id);
    assert.equal(new Set(items.map((item) => item.id)).size, items.length, id);
    for (const group of [form.instrument, form.environment, ...form.readings]) {
      for (const part of [group.fields, group.columns])
        assert.equal(new Set(part.map((field) => field.id)).size, part.length, `${id} ${group.id}`);
      assert.equal(group.rows === null, group.columns.length === 0, `${id} ${group.id}`);
    }
  }
});

test('what a standard serves are items of its edition', () => {
  for (const { id, items, standards } of editions) {
    const known = new Set(items.map((item) => item.id));
    for (const standard of standards) for (const item of standard.items ?? []) assert.ok(known.has(item), `${id} ${standard.id}: ${item}`);
  }
});

test('an edition is a folder of its name with a specification and worked examples', () => {
  for (const { id, number, regulation } of editions) {
    const readme = new URL(`../${id}/README.md`, import.meta.url);
    assert.ok(existsSync(readme), id);
    assert.ok(readFileSync(readme, 'utf8').startsWith(`# ${number} `), id);
    assert.ok(id.startsWith(`${regulation}-`), id);
  }
});

test('for one kind of instrument only one edition holds on a day', () => {
  const spans = editions.flatMap(({ id, applies }) =>
    applies.map(({ instrument, from, to }) => ({ id, instrument, from: from.value, to: to.value ?? '9999-12-31' })),
  );
  for (const one of spans)
    for (const other of spans)
      if (one !== other && one.instrument === other.instrument)
        assert.ok(one.to < other.from || other.to < one.from, `${one.id} and ${other.id} both hold for ${one.instrument}`);
});
