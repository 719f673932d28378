import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slices } from '../app/slices.ts';
import { exercised } from './support/exercised.ts';

const isWholeRun = process.env['TONGHENG_WHOLE_RUN'] === '1';

test('every endpoint was played with success in this run', { skip: isWholeRun ? false : 'only after a whole run' }, () => {
  const names = slices.flatMap(({ endpoints }) => Object.keys(endpoints));
  assert.deepEqual(
    names.filter((name) => !exercised.has(name)),
    [],
  );
});
