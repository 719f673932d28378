import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { examineChain, loopsIn, nodeKey, type Edge, type Node, type NodeId } from './graph.ts';
import { judgeScheme } from './scheme.ts';

const node = (id: string, more: Partial<Node> = {}): Node => ({
  kind: 'reference',
  id,
  number: id,
  issuer: 'x',
  from: '2020-01-01',
  until: '2030-12-31',
  endedOn: null,
  level: 'laboratory',
  quantity: 'mass',
  uncertainty: { value: '1', unit: 'g', k: '2' },
  limit: null,
  accuracyClass: null,
  roles: [],
  isCalibration: true,
  ...more,
});
const at = (id: string): NodeId => ({ kind: 'reference', id });
const edge = (lower: string, upper: string, usedOn = '2025-05-01'): Edge => ({
  lower: at(lower),
  upper: at(upper),
  usedOn,
  role: null,
  isIdentity: false,
});
const mapOf = (nodes: readonly Node[]) => new Map(nodes.map((one) => [nodeKey(one), one]));

/** A node is its own ancestor when a walk of some length comes back: found by closing the relation (Warshall), not by searching. */
function cyclic(size: number, edges: readonly (readonly [number, number])[]): boolean {
  const reaches = Array.from({ length: size }, () => new Set<number>());
  for (const [lower, upper] of edges) reaches[lower]?.add(upper);
  for (let via = 0; via < size; via += 1)
    for (let from = 0; from < size; from += 1) if (reaches[from]?.has(via)) for (const to of reaches[via] ?? []) reaches[from]?.add(to);
  return reaches.some((set, index) => set.has(index));
}

test('loops are found exactly where the closed relation has them', () => {
  const graphs = fc
    .integer({ min: 1, max: 9 })
    .chain((size) => fc.tuple(fc.constant(size), fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 18 })));
  fc.assert(
    fc.property(graphs, ([size, pairs]) => {
      const edges = pairs.map(([lower, upper]) => edge(String(lower), String(upper)));
      assert.equal(loopsIn(edges).length > 0, cyclic(size, pairs));
    }),
    { numRuns: 1000 },
  );
});

test('a chain up to a primary standard with all valid then is whole; what was not valid on the day of use breaks it', () => {
  const nodes = [node('a'), node('b'), node('top', { level: 'primary', until: null })];
  const edges = [edge('a', 'b'), edge('b', 'top')];
  assert.deepEqual(examineChain(at('a'), mapOf(nodes), edges), { standing: 'whole', findings: [] });
  const lapsed = [node('a'), node('b', { until: '2025-04-30' }), node('top', { level: 'primary' })];
  const found = examineChain(at('a'), mapOf(lapsed), edges);
  assert.deepEqual([found.standing, found.findings.map(({ code }) => code)], ['broken', ['not-valid-then']]);
  const lastDay = [node('a'), node('b', { until: '2025-05-01' }), node('top', { level: 'primary' })];
  assert.equal(examineChain(at('a'), mapOf(lastDay), edges).standing, 'whole');
  const later = [node('a'), node('b', { from: '2025-05-02' }), node('top', { level: 'primary' })];
  assert.equal(examineChain(at('a'), mapOf(later), edges).standing, 'broken');
  const revoked = [node('a'), node('b', { endedOn: '2025-01-01' }), node('top', { level: 'primary' })];
  assert.deepEqual(
    examineChain(at('a'), mapOf(revoked), edges).findings.map(({ code }) => code),
    ['ended-then'],
  );
});

test('what ends below a primary standard is open, and a calibration without U is named', () => {
  const found = examineChain(at('a'), mapOf([node('a'), node('b', { uncertainty: null })]), [edge('a', 'b')]);
  assert.deepEqual([found.standing, found.findings.map(({ code }) => code)], ['open', ['no-level-above', 'no-uncertainty']]);
});

test('no scheme lets a primary standard rest on a public one, nor a result be better than what it was found with', () => {
  const [primary, shared] = [node('p', { level: 'primary' }), node('s', { level: 'public-standard' })];
  assert.deepEqual(
    judgeScheme({ lower: primary, upper: shared }).map(({ code }) => code),
    ['level-order'],
  );
  assert.deepEqual(judgeScheme({ lower: shared, upper: primary }), []);
  const coarse = node('c', { uncertainty: { value: '0.002', unit: 'kg', k: '2' } });
  assert.deepEqual(
    judgeScheme({ lower: node('f'), upper: coarse }).map(({ code }) => code),
    ['uncertainty-ratio'],
  );
  const other = node('o', { uncertainty: { value: '5', unit: 'Pa', k: '2' } });
  assert.deepEqual(judgeScheme({ lower: node('f'), upper: other }), []);
});

test('a level above of another quantity is named and breaks the chain', () => {
  const [mass, pressure] = [node('m'), node('p', { quantity: 'pressure', level: 'primary' })];
  const found = examineChain(at('m'), mapOf([mass, pressure]), [edge('m', 'p')]);
  assert.deepEqual([found.standing, found.findings.map(({ code }) => code)], ['broken', ['other-quantity']]);
  assert.deepEqual(judgeScheme({ lower: node('m', { quantity: null }), upper: pressure }), []);
});
