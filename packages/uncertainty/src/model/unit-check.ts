/**
 * Whether the units of the inputs fit the formulas, when every input has one. A bare number takes the unit of what it is added to or compared
 * with (the 1.2 of an air density), which is said as a note; everything else must agree, factors included: formulas compute with the
 * numbers as they stand, so that mm added to m would be a wrong result and not a conversion.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { rational } from '@tongheng/quantity/rational';
import {
  divideUnits,
  multiplyUnits,
  parseUnit,
  raiseUnit,
  sameDimension,
  unitFactor,
  unitName,
  unitOne,
  type Unit,
} from '@tongheng/quantity/unit';
import { parseEquation, parseExpression } from '../expression/parse.ts';
import type { Formula } from '../expression/program.ts';
import { leftSpine, type Expression } from '../expression/syntax.ts';
import { columnOf } from '../expression/tokenize.ts';

export type UnitFinding = {
  /** The unit of each output, null where units were not checked. */
  readonly outputs: Readonly<Record<string, string | null>>;
  readonly notes: readonly (readonly [zh: string, en: string])[];
};

/** `free` is a bare number: it fits every unit. */
type Measured = { readonly unit: Unit; readonly free: boolean; readonly number: number | undefined };

/**
 * The unit of an input or output. Throws InvalidInput with the place, the column and the nearest unit.
 * @example readUnit('mm', 'inputs.l.unit').terms.length // 1
 */
export function readUnit(text: string, place: string): Unit {
  return parseUnit(text, { place });
}

const isOne = (unit: Unit): boolean => sameDimension(unit, unitOne);
const equal = (a: Unit, b: Unit): boolean => sameDimension(a, b) && Math.abs(unitFactor(a).number / unitFactor(b).number - 1) < 1e-12;

class Checker {
  readonly names: Map<string, Measured>;
  readonly notes: (readonly [string, string])[] = [];
  constructor(names: Map<string, Measured>) {
    this.names = names;
  }

  refuse(place: string, column: number, text: readonly [string, string]): never {
    throw new InvalidInput(columnOf(place, column), text);
  }

  /** Both sides of a sum or a comparison: one unit. */
  same(a: Measured, b: Measured, place: string, column: number): Measured {
    if (a.free && b.free) return a;
    if (a.free || b.free) {
      const [bare, measured] = a.free ? [a, b] : [b, a];
      if (!isOne(measured.unit) && bare.number !== undefined && bare.number !== 0) {
        const unit = unitName(measured.unit);
        this.notes.push([
          `${columnOf(place, column)}：${bare.number} 按 ${unit} 计`,
          `${columnOf(place, column)}: ${bare.number} is taken in ${unit}`,
        ]);
      }
      return measured;
    }
    if (equal(a.unit, b.unit)) return a;
    const [left, right] = [unitName(a.unit), unitName(b.unit)];
    if (sameDimension(a.unit, b.unit))
      this.refuse(place, column, [
        `单位 ${left} 与 ${right} 量纲相同但大小不同，公式按数值计算：请先换算到同一单位`,
        `${left} and ${right} are units of one kind but of different size, and a formula computes with the numbers: convert one of them first`,
      ]);
    return this.refuse(place, column, [
      `量纲不符：${left} 与 ${right} 不能相加减或比较`,
      `${left} and ${right} are of different dimensions and cannot be added, subtracted or compared`,
    ]);
  }

  /** The argument of a transcendental function: a number, an angle in rad. */
  pure(a: Measured, place: string, column: number, name: string): Measured {
    if (!a.free && !isOne(a.unit))
      this.refuse(place, column, [
        `函数 ${name} 的自变量应为量纲一的量，却是 ${unitName(a.unit)}`,
        `${name} takes a number, not a quantity in ${unitName(a.unit)}`,
      ]);
    if (!a.free && !equal(a.unit, unitOne))
      this.refuse(place, column, [
        `函数 ${name} 的自变量应以 1 或 rad 为单位，却是 ${unitName(a.unit)}，请先换算`,
        `${name} takes its argument in rad or as a plain number, not in ${unitName(a.unit)}: convert it first`,
      ]);
    return { unit: unitOne, free: a.free, number: undefined };
  }

  of(expression: Expression, place: string): Measured {
    const spine = leftSpine(expression);
    const leaf = spine.pop();
    let measured: Measured =
      leaf?.kind === 'number'
        ? { unit: unitOne, free: true, number: leaf.value }
        : ((leaf?.kind === 'name' ? this.names.get(leaf.name) : undefined) ?? { unit: unitOne, free: true, number: undefined });
    for (const node of spine.reverse()) {
      if (node.kind !== 'call') continue;
      const [, second] = node.arguments;
      measured = this.apply(node.operation, measured, second === undefined ? measured : this.of(second, place), place, node.column);
    }
    return measured;
  }

  apply(operation: string, a: Measured, b: Measured, place: string, column: number): Measured {
    const free = a.free && b.free;
    const of = (unit: Unit): Measured => ({ unit, free, number: undefined });
    switch (operation) {
      case 'add':
      case 'subtract':
      case 'max':
      case 'min':
      case 'mod':
      case 'hypot':
        return { ...this.same(a, b, place, column), number: undefined };
      case 'atan2':
        this.same(a, b, place, column);
        return of(unitOne);
      case 'multiply':
        return of(multiplyUnits(a.unit, b.unit));
      case 'divide':
        return of(divideUnits(a.unit, b.unit));
      case 'negate':
        return { ...a, number: a.number === undefined ? undefined : -a.number };
      case 'abs':
        return a;
      case 'sign':
        return { unit: unitOne, free: true, number: undefined };
      case 'square':
        return { unit: raiseUnit(a.unit, 2), free: a.free, number: undefined };
      case 'sqrt':
        return { unit: this.root(a.unit, 2), free: a.free, number: undefined };
      case 'cbrt':
        return { unit: this.root(a.unit, 3), free: a.free, number: undefined };
      case 'pow':
        return this.power(a, b, place, column);
      default:
        return this.pure(a, place, column, operation);
    }
  }

  root(unit: Unit, degree: number): Unit {
    return raiseUnit(unit, rational(1, degree));
  }

  power(a: Measured, b: Measured, place: string, column: number): Measured {
    if (!b.free) this.pure(b, place, column, 'pow');
    if (a.free || isOne(a.unit)) return { unit: a.unit, free: a.free && b.free, number: undefined };
    if (b.number === undefined || !Number.isFinite(b.number) || Math.abs(b.number * 12 - Math.round(b.number * 12)) > 1e-9)
      this.refuse(place, column, [
        `有单位（${unitName(a.unit)}）的量只能乘方固定的简单次数`,
        `a quantity in ${unitName(a.unit)} can only be raised to a fixed simple power`,
      ]);
    return { unit: raiseUnit(a.unit, rational(Math.round((b.number ?? 0) * 12), 12)), free: false, number: undefined };
  }
}

const unchecked = (formulas: readonly Formula[], notes: UnitFinding['notes'] = []): UnitFinding => ({
  outputs: Object.fromEntries(formulas.map(({ name }) => [name, null])),
  notes,
});

/**
 * @param units the unit of each input; undefined where the file names none
 * @throws InvalidInput naming formula and column where units do not fit
 */
export function checkUnits(
  formulas: readonly Formula[],
  units: ReadonlyMap<string, Unit | undefined>,
  constants: ReadonlyMap<string, number>,
): UnitFinding {
  const missing = [...units].filter(([, unit]) => unit === undefined).map(([name]) => name);
  if (missing.length === units.size) return unchecked(formulas);
  if (missing.length > 0)
    return unchecked(formulas, [
      [
        `未核对量纲：${missing.join('、')} 没有单位`,
        `units were not checked: ${missing.join(', ')} ha${missing.length === 1 ? 's' : 've'} none`,
      ],
    ]);
  const checker = new Checker(
    new Map([
      ...[...units].map(([name, unit]): [string, Measured] => [name, { unit: unit as Unit, free: false, number: undefined }]),
      ...[...constants].map(([name, number]): [string, Measured] => [name, { unit: unitOne, free: true, number }]),
    ]),
  );
  const outputs: [string, string | null][] = [];
  for (const formula of formulas) {
    if (!('text' in formula)) {
      // The unit of an unknown is what makes its equation fit; it is not solved for here.
      outputs.push([formula.name, null]);
      checker.names.set(formula.unknown, { unit: unitOne, free: true, number: undefined });
      checker.of(parseEquation(formula.solve, `${formula.place}.solve`), `${formula.place}.solve`);
      checker.names.set(formula.name, { unit: unitOne, free: true, number: undefined });
      continue;
    }
    const measured = checker.of(parseExpression(formula.text, formula.place), formula.place);
    checker.names.set(formula.name, measured);
    outputs.push([formula.name, unitName(measured.unit)]);
  }
  return { outputs: Object.fromEntries(outputs), notes: checker.notes };
}
