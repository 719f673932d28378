import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { examineChain, nodeKey, type Edge, type Node } from './graph.ts';
import { ratioOf } from './ratio.ts';
import { schemes } from './scheme-data.ts';
import { judgeScheme, stepOf } from './scheme.ts';
import { judgeStep, tierMark } from './tier.ts';

const node = (more: Partial<Node> = {}): Node => ({
  kind: 'reference',
  id: '1',
  number: 'N',
  issuer: 'x',
  from: '2020-01-01',
  until: '2030-12-31',
  endedOn: null,
  level: 'laboratory',
  quantity: 'mass',
  uncertainty: null,
  limit: null,
  accuracyClass: null,
  roles: [],
  isCalibration: true,
  ...more,
});
const mass = (accuracyClass: string | null, more: Partial<Node> = {}): Node => node({ accuracyClass, ...more });
const codes = (lower: Node, upper: Node) => judgeScheme({ lower, upper }).map(({ code }) => code);

test('a class is the same however it is written', () => {
  assert.deepEqual(['F1 级', 'F₁等级', 'f1', 'F1级', 'Class F1'].map(tierMark), ['F1', 'F1', 'F1', 'F1', 'F1']);
  assert.deepEqual(['二等', '2等', '0.05 级'].map(tierMark), ['2等', '2等', '0.05']);
});

test('of two weights of known class the one above is of the class before: next, skipped or turned round', () => {
  const tiers = schemes.mass.tiers;
  fc.assert(
    fc.property(fc.nat(tiers.length - 1), fc.nat(tiers.length - 1), (low, high) => {
      const { verdict, skipped } = judgeStep(mass(tiers[low] ?? ''), mass(`${tiers[high]} 级`));
      const distance = low - high;
      assert.equal(verdict, distance <= 0 ? 'turned' : distance === 1 ? 'next' : 'skipped');
      assert.equal(skipped.length, Math.max(0, distance - 1));
    }),
  );
});

test('turning two levels round turns the verdict round, and what is not named on both sides is not judged', () => {
  const mark = fc.constantFrom('E1', 'F2', 'M1', '一等', '0.05 级', '0.4级', '测试级', null);
  const quantity = fc.constantFrom('mass', '质量', 'pressure', '别的量');
  fc.assert(
    fc.property(mark, mark, quantity, (a, b, of) => {
      const one = judgeStep(node({ accuracyClass: a, quantity: of }), node({ accuracyClass: b, quantity: of })).verdict;
      const other = judgeStep(node({ accuracyClass: b, quantity: of }), node({ accuracyClass: a, quantity: of })).verdict;
      const isSame = a !== null && b !== null && tierMark(a) === tierMark(b);
      if (one === 'unknown') assert.equal(other, 'unknown');
      else assert.ok(isSame ? one === 'turned' && other === 'turned' : (one === 'turned') !== (other === 'turned'), `${one} ${other}`);
    }),
  );
});

test('a level skipped is told and breaks nothing; one turned round breaks the chain', () => {
  const [low, high] = [mass('M1 级', { id: 'a' }), mass('E2', { id: 'b', level: 'public-standard' })];
  const edge: Edge = { lower: low, upper: high, usedOn: '2025-05-01', role: null, isIdentity: false };
  const chain = (lower: Node, upper: Node) =>
    examineChain(lower, new Map([lower, upper].map((one) => [nodeKey(one), one])), [{ ...edge, lower, upper }]);
  const skipped = chain(low, high);
  assert.deepEqual(
    [skipped.standing, skipped.findings.filter(({ code }) => code === 'level-skipped').map(({ detail }) => detail)],
    ['open', ['N (M1) ← N (E2): F1、F2']],
  );
  const turned = chain(mass('F2', { id: 'a' }), mass('M1', { id: 'b' }));
  assert.equal(turned.standing, 'broken');
  assert.ok(turned.findings.some(({ code, detail }) => code === 'level-order' && detail === 'N (F2) ← N (M1)'));
});

test('the quantity of a standard is that of its roles; a class of another scheme is not compared', () => {
  const standard = (roles: string[], accuracyClass: string) => node({ kind: 'calibration', quantity: null, roles, accuracyClass });
  assert.equal(judgeStep(standard(['jjg-0539:weights', 'jjg-0013:weights'], 'F2'), mass('F1')).verdict, 'next');
  assert.equal(judgeStep(standard(['jjg-0052:pressure-standard'], 'F2'), mass('F1')).verdict, 'unknown');
  assert.equal(judgeStep(standard(['jjg-0052:pressure-standard', 'jjg-0539:weights'], 'F2'), mass('F1')).verdict, 'unknown');
  assert.equal(stepOf({ lower: mass('E1'), upper: mass(null, { level: 'primary' }) }).verdict, 'ordered');
  assert.deepEqual(codes(mass(null, { level: 'primary' }), mass('E1')), ['level-order']);
  assert.deepEqual(codes(mass(null), node({ quantity: '质量' })), []);
});

const U = (value: string, unit: string, k: string | null = '2') => ({ uncertainty: { value, unit, k } });
test('the figure is given where both are of one quantity, and judged where a source asks for it', () => {
  const limit = { limit: { value: '3', unit: 'mg' } };
  const judged = (upper: Partial<Node>, lower: Partial<Node>) => {
    const ratio = ratioOf(node(lower), node(upper));
    return ratio === undefined ? undefined : [ratio.kind, ratio.figure, ratio.limit, ratio.verdict];
  };
  assert.deepEqual(judged(U('1', 'mg'), limit), ['U/MPE', '0.33', '1/3', 'met']);
  assert.deepEqual(judged(U('0.0011', 'g'), limit), ['U/MPE', '0.37', '1/3', 'not-met']);
  assert.deepEqual(judged({ limit: { value: '1', unit: 'mg' } }, limit), ['MPE/MPE', '0.33', null, 'not-judged']);
  assert.deepEqual(judged(U('0.5', 'mg'), U('2', 'mg')), ['U/U', '0.25', '1', 'met']);
  assert.deepEqual(judged(U('1', 'mg', '3'), limit), ['U/MPE', '0.33', '1/3', 'not-judged']);
  assert.equal(judged(U('1', 'Pa'), limit), undefined);
  assert.deepEqual(codes(node(limit), node(U('2', 'mg'))), ['uncertainty-ratio']);
});

test('a ratio does not depend on the units in which it is stated', () => {
  const whole = fc.integer({ min: 1, max: 999 });
  fc.assert(
    fc.property(whole, whole, (upper, lower) => {
      const inMilligrams = ratioOf(node(U(String(lower), 'mg')), node(U(String(upper), 'mg')));
      const mixed = ratioOf(node(U(String(lower), 'mg')), node(U((upper / 1000).toFixed(3), 'g')));
      assert.deepEqual([mixed?.figure, mixed?.verdict], [inMilligrams?.figure, inMilligrams?.verdict]);
      assert.equal(mixed?.verdict === 'met', upper <= lower);
    }),
  );
});
