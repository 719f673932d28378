import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import fc from 'fast-check';
import { functions } from './operation.ts';
import { compile } from './program.ts';
import { Series, secondOrderVariance } from './series.ts';
import { suggest } from './suggest.ts';
import { Tape } from './tape.ts';

const tapeOf = (text: string, names: readonly string[]): Tape => new Tape(compile(names, [{ name: 'y', place: 'outputs.y', text }]));
const value = (text: string, given: Readonly<Record<string, number>> = {}): number => {
  const tape = tapeOf(text, Object.keys(given));
  tape.evaluate(Object.values(given));
  return tape.output(0);
};
const refusal = (text: string, names: readonly string[] = ['x', 'ls', 'd']): string => {
  try {
    tapeOf(text, names);
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
  return 'accepted';
};
const near = (found: number, wanted: number, relative = 1e-13, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.max(1e-300, Math.abs(wanted)), `${what} ${found}, wanted ${wanted}`);

test('operators bind as the interface says', () => {
  const cases: [string, number][] = [
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['2^3^2', 512],
    ['(2^3)^2', 64],
    ['-2^-2', -0.25],
    ['2*-3', -6],
    ['6/3/2', 1],
    ['6-3-2', 1],
    ['1+2*3^2', 19],
    ['-(1+2)', -3],
    ['+-+3', -3],
    ['1.5e3', 1500],
    ['.5+5.', 5.5],
    ['2E-2', 0.02],
    ['mod(-7, 3)', 2],
    ['mod(7, -3)', -2],
    ['mod(-7, -3)', -1],
    ['atan2(1, 1)*4', Math.PI],
    ['log(e)', 1],
    ['ln(e)', 1],
    ['pow(2, 10)', 1024],
    ['square(3)', 9],
    ['max(2, 3) - min(2, 3)', 1],
    ['sign(-2) + sign(0) + sign(2)', 0],
    ['sign(-2)', -1],
    ['log1p(0)', 0],
    ['hypot(3, 4)', 5],
    ['cbrt(-27)', -3],
    ['log10(1000)', 3],
    ['log2(8)', 3],
  ];
  for (const [text, wanted] of cases) near(value(text), wanted, 1e-15, text);
});

test('an input or a constant named pi or e takes the place of the number', () => {
  assert.equal(value('e + pi', { e: 1, pi: 2 }), 3);
  const program = compile(['x'], [{ name: 'y', place: 'outputs.y', text: 'x*e' }], new Map([['e', 10]]));
  const tape = new Tape(program);
  tape.evaluate([2]);
  assert.equal(tape.output(0), 20);
});

test('names are letters of any script', () => {
  assert.equal(value('长度 + δ_1', { 长度: 2, δ_1: 3 }), 5);
});

test('an error names its column and what was meant', () => {
  const cases: [string, RegExp][] = [
    ['1 + lss', /^outputs\.y, column 5: unknown name "lss"; did you mean "ls"\?$/],
    ['sqr(x)', /^outputs\.y, column 1: unknown function "sqr"; did you mean "sqrt"\?$/],
    ['x +', /^outputs\.y, column 4: the formula ends where a quantity is expected$/],
    ['', /^outputs\.y, column 1: the formula ends/],
    ['(x', /^outputs\.y, column 3: expected "\)", found the end/],
    ['x)', /^outputs\.y, column 2: the formula should end here/],
    ['2 x', /^outputs\.y, column 3: an operator is missing before "x"/],
    ['(x)(d)', /column 4: an operator is missing/],
    ['x × d', /column 3: "×" has no meaning in a formula; write \*/],
    ['x ** 2', /a power is written \^/],
    ['x²', /write \^2/],
    ['atan2(x)', /column 1: atan2 takes 2 arguments, 1 given/],
    ['sin()', /sin takes 1 argument, 0 given/],
    ['sin', /unknown name "sin"/],
    ['x; d', /column 2: ";" has no meaning/],
    ['constructor(1)', /unknown function "constructor"/],
    ['__proto__', /unknown name "__proto__"/],
    ['x["y"]', /has no meaning/],
    ['1e999', /too large/],
    ['y + 1', /output "y" is not known yet here/],
    ['('.repeat(300) + 'x' + ')'.repeat(300), /nested more than 200 levels/],
    ['-'.repeat(300) + 'x', /nested more than 200 levels/],
    ['x+'.repeat(20_000) + 'x', /the formula has 40001 characters/],
  ];
  for (const [text, wanted] of cases) assert.match(refusal(text), wanted, text.slice(0, 40));
});

test('a word is suggested only when it is near', () => {
  assert.equal(suggest('thta', ['theta', 'd']), 'theta');
  assert.equal(suggest('LS', ['ls']), 'ls');
  assert.equal(suggest('banana', ['ls', 'theta']), undefined);
});

test('a division by zero at the estimate is named, other values without a number too', () => {
  const finite = (text: string, given: Record<string, number>): void => {
    const tape = tapeOf(text, Object.keys(given));
    tape.evaluate(Object.values(given));
    tape.requireFinite();
  };
  assert.throws(() => finite('1 + 2/(x - x)', { x: 1 }), { message: 'outputs.y, column 6: division by zero at the estimate' });
  assert.throws(() => finite('log(x)', { x: -1 }), /column 1: the value at the estimate is not finite \(NaN\)/);
  assert.throws(() => finite('exp(x)', { x: 1e4 }), /not finite \(Infinity\)/);
  assert.throws(() => finite('1/0', { x: 1 }), /division by zero/);
});

type Published = {
  id: string;
  fn: string;
  x: number;
  y?: number;
  f: number;
  d1?: number;
  d2?: number;
  dx?: number;
  dy?: number;
  dxy?: number;
  dxx?: number;
  dyy?: number;
};
const published = (JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/autodiff.json'), 'utf8')) as { vectors: Published[] })
  .vectors;
const formulaOf = (fn: string): string =>
  ({ 'pow_x_2.5': 'x^2.5', pow_2_x: '2^x', inv: '1/x', 'atan2(y,x)': 'atan2(y, x)', 'hypot(x,y)': 'hypot(x, y)', 'pow(x,y)': 'x^y' })[fn] ??
  `${fn}(x)`;

test('derivatives agree with forty digits', () => {
  for (const { id, fn, x, y, f, d1, d2, dx, dy, dxx, dxy, dyy } of published) {
    const names = y === undefined ? ['x'] : ['x', 'y'];
    const tape = tapeOf(formulaOf(fn), names);
    tape.evaluate(y === undefined ? [x] : [x, y]);
    near(tape.output(0), f, 1e-14, id);
    const gradient = new Float64Array(names.length);
    tape.gradient(0, gradient);
    const series = new Series(tape);
    const along = (a: number, b: number): readonly number[] => series.along(0, [a, b]);
    near(gradient[0]!, (d1 ?? dx)!, 1e-13, id);
    near(along(1, 0)[0]!, (d1 ?? dx)!, 1e-13, id);
    if (dy !== undefined) near(gradient[1]!, dy, 1e-13, id);
    if (d2 ?? dxx) near(along(1, 0)[1]!, (d2 ?? dxx)!, 1e-12, id);
    if (dyy !== undefined) near(along(0, 1)[1]!, dyy, 1e-12, id);
    if (dxy !== undefined) near((along(1, 1)[1]! - along(1, -1)[1]!) / 4, dxy, 1e-11, id);
  }
});

const points: Readonly<Record<string, number>> = { acosh: 1.7, atanh: 0.3, asin: 0.4, acos: -0.3, log: 2.2, ln: 2.2 };

test('every function has its first three derivatives: each is the slope of the one before', () => {
  for (const [name, { arguments: count }] of Object.entries(functions)) {
    const x = points[name] ?? 0.8;
    const tape = tapeOf(count === 1 ? `${name}(x)` : `${name}(x, y)`, ['x', 'y']);
    const at = (shift: number): readonly number[] => {
      tape.evaluate([x + shift, 0.6 + 0.5 * shift]);
      return [tape.output(0), ...new Series(tape).along(0, [1, 0.5])];
    };
    const h = 1e-4;
    // Five-point differences of each order against the next.
    for (const order of [0, 1, 2]) {
      const [a, b, c, d] = [-2, -1, 1, 2].map((step) => at(step * h)[order]!);
      const slope = (a! - 8 * b! + 8 * c! - d!) / (12 * h);
      const wanted = at(0)[order + 1]!;
      assert.ok(Math.abs(slope - wanted) <= 1e-8 * (1 + Math.abs(wanted)), `${name} order ${order}: ${slope}, wanted ${wanted}`);
    }
  }
});

test('the gradient is that of the series, whatever the formula', () => {
  const leaf = fc.constantFrom('a', 'b', 'c', '2', '0.5', '-1.25');
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(fc.constantFrom('+', '-', '*'), tie('formula'), tie('formula')).map(([sign, x, y]) => `(${x} ${sign} ${y})`),
      fc.tuple(tie('formula'), tie('formula')).map(([x, y]) => `(${x} / (2 + square(${y})))`),
      fc.tuple(fc.constantFrom('sin', 'cos', 'atan', 'tanh', 'erf', 'asinh'), tie('formula')).map(([name, x]) => `${name}(${x})`),
      tie('formula').map((x) => `exp(-abs(${x}))`),
      tie('formula').map((x) => `hypot(1, ${x})`),
    ),
  }));
  fc.assert(
    fc.property(formula, (text) => {
      const tape = tapeOf(text, ['a', 'b', 'c']);
      tape.evaluate([0.7, -1.3, 2.1]);
      const gradient = new Float64Array(3);
      tape.gradient(0, gradient);
      const direction = [0.3, -0.2, 0.9];
      const along = new Series(tape).along(0, direction)[0];
      const wanted = gradient.reduce((sum, slope, index) => sum + slope * direction[index]!, 0);
      assert.ok(Math.abs(along - wanted) <= 1e-9 * (1 + Math.abs(wanted)), `${text}: ${along}, ${wanted}`);
    }),
    { numRuns: 300 },
  );
});

test('an implicit output is solved, and its derivatives follow from the equation', () => {
  // Kepler's equation: E − ε·sin E = M.
  const program = compile(['M', 'eps'], [{ name: 'E', place: 'outputs.E', solve: 'E - eps*sin(E) = M', unknown: 'E', start: 1 }]);
  const tape = new Tape(program);
  tape.evaluate([0.9, 0.3]);
  const E = tape.output(0);
  near(E - 0.3 * Math.sin(E), 0.9, 1e-15);
  const gradient = new Float64Array(2);
  tape.gradient(0, gradient);
  const slope = 1 / (1 - 0.3 * Math.cos(E));
  near(gradient[0]!, slope);
  near(gradient[1]!, Math.sin(E) * slope);
  const [first, second, third] = new Series(tape).along(0, [1, 0]);
  near(first, slope);
  near(second, -0.3 * Math.sin(E) * slope ** 3, 1e-12);
  near(third, -0.3 * Math.cos(E) * slope ** 4 + 3 * 0.3 ** 2 * Math.sin(E) ** 2 * slope ** 5, 1e-12);
});

test('an equation without a solution or without its unknown is refused', () => {
  const solve = (equation: string): Tape =>
    new Tape(compile(['x'], [{ name: 'y', place: 'outputs.y', solve: equation, unknown: 'y', start: 1 }]));
  const none = solve('y^2 = -x');
  none.evaluate([1]);
  assert.throws(() => none.requireFinite(), /outputs\.y\.solve: no solution was found from the start value/);
  assert.throws(() => solve('x = 1'), /does not contain the unknown "y"/);
  assert.throws(() => solve('x + y'), /expected "="/);
});

test('second-order terms of a product and of a square are the known ones', () => {
  const product = tapeOf('a*b', ['a', 'b']);
  product.evaluate([0, 0]);
  near(secondOrderVariance(product, 0, [2, 3]), 36);
  const square = tapeOf('a^2', ['a']);
  square.evaluate([0]);
  near(secondOrderVariance(square, 0, [0.5]), 2 * 0.5 ** 4);
});
