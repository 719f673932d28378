import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  at,
  isName,
  listNode,
  numberNode,
  printTree,
  put,
  readTree,
  rename,
  shown,
  shownList,
  type Node,
  type Tree,
} from './model-text.ts';

const text = `{
  "title": "1.50 stays a title",
  "outputs": {
    "y": "a + 2e3*b"
  },
  "inputs": {
    "a": {
      "distribution": "normal",
      "mean": 1.50e-6,
      "u": 0.10
    },
    "b": {
      "distribution": "readings",
      "readings": [
        -1.0,
        2.00
      ]
    }
  }
}`;

test('a model that is read and printed again keeps every digit that was written', () => {
  const tree = readTree(text) ?? assert.fail();
  assert.equal(printTree(tree), text);
  assert.equal(shown(at(tree, ['inputs', 'a', 'mean'])), '1.50e-6');
  assert.equal(shownList(at(tree, ['inputs', 'b', 'readings'])), '-1.0 2.00');
  assert.equal(shown(at(tree, ['title'])), '1.50 stays a title');
});

test('what is no JSON object is no tree', () => {
  for (const wrong of ['', '{', '[1]', '3', '"a"', 'null', '{"a":01}', '{"a":1,}']) assert.equal(readTree(wrong), undefined, wrong);
});

test('any JSON object survives the form unchanged in value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const written = JSON.stringify(value);
      const tree = readTree(written) ?? assert.fail();
      assert.deepEqual(JSON.parse(printTree(tree)), JSON.parse(written));
    }),
  );
});

test('a typed number is written as JSON takes it; what is no number stays what was typed', () => {
  const written = (typed: string): string => printTree(put({}, ['u'], numberNode(typed)) as Tree).replace(/[{}\s]/g, '');
  assert.equal(written('0.50'), '"u":0.50');
  assert.equal(written('.5'), '"u":0.5');
  assert.equal(written('+5.'), '"u":5');
  assert.equal(written('-007'), '"u":-7');
  assert.equal(written('1e-6'), '"u":1e-6');
  for (const wrong of ['1e', '1,5', 'abc', '１', '--1']) assert.equal(written(wrong), `"u":${JSON.stringify(wrong)}`);
  assert.equal(shownList(listNode('1.0, 2；3\n4')), '1.0 2 3 4');
});

test('a node is put, replaced and taken out without touching its neighbours', () => {
  const tree = readTree(text) ?? assert.fail();
  const more = put(tree, ['correlations', 0, 'r'], numberNode('0.5')) as Tree;
  assert.equal(shown(at(more, ['correlations', 0, 'r'])), '0.5');
  const fewer = put(more, ['correlations', 0], undefined) as Tree;
  assert.deepEqual(at(fewer, ['correlations']), []);
  assert.equal(at(put(tree, ['inputs', 'a', 'u'], undefined), ['inputs', 'a', 'u']), undefined);
  assert.equal(printTree(tree), text);
});

test('another name goes into every formula and correlation, and nowhere else', () => {
  const tree: Tree = {
    outputs: { y: 'e3*e3x + sin(e3) + 2e3', z: { solve: 'e3 - t', for: 't', start: '0' } },
    inputs: { e3: { distribution: 'constant' }, f: {} },
    correlations: [{ between: ['e3', 'f'], r: '0.1' }],
    simultaneous: [['f', 'e3']],
  };
  const next = rename(tree, 'inputs', 'e3', '长度');
  assert.deepEqual(Object.keys(next['inputs'] as Tree), ['长度', 'f']);
  assert.deepEqual(next['outputs'], { y: '长度*e3x + sin(长度) + 2e3', z: { solve: '长度 - t', for: 't', start: '0' } });
  assert.deepEqual(at(next, ['correlations', 0, 'between']) as Node, ['长度', 'f']);
  assert.deepEqual(next['simultaneous'], [['f', '长度']]);
  assert.equal((rename(tree, 'outputs', 'z', 'w')['outputs'] as Tree)['w'] !== undefined, true);
});

test('names are letters of any script, digits and underscores', () => {
  for (const good of ['a', '_x1', '长度', 'μ']) assert.ok(isName(good), good);
  for (const wrong of ['', '1a', 'a-b', 'a b', '__proto__']) assert.ok(!isName(wrong), wrong);
});
