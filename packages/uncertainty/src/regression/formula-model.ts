/**
 * A model given as a formula: `b1*(1-exp(-b2*x))`, or with a left side that transforms y, `log(y) = b1 - b2*x1*exp(-b3*x2)`.
 * Parameters are the names with a start value; every other name is a column of x.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { parseExpression } from '../expression/parse.ts';
import { compile } from '../expression/program.ts';
import { namePattern, type Expression } from '../expression/syntax.ts';
import { Tape } from '../expression/tape.ts';
import { PreciseFormula } from './precise-formula.ts';

export type FormulaModel = {
  readonly parameters: readonly string[];
  readonly columns: readonly string[];
  /** In double precision; inputs are the parameters, then the columns. */
  readonly tape: Tape;
  /** The same with thirty digits. */
  readonly precise: PreciseFormula;
  /** The left side as a function of y; undefined where it is y itself. */
  readonly response?: PreciseFormula;
};

/** Operations of one evaluation. */
export const operationsOf = ({ tape }: FormulaModel): number => 1 + tape.program.instructions.length / 4;

/** Longer formulas are refused before they are read. */
const longestFormula = 10_000;
const mostParameters = 50;

function namesOf(expression: Expression, into = new Set<string>()): Set<string> {
  if (expression.kind === 'name') into.add(expression.name);
  if (expression.kind === 'call') for (const argument of expression.arguments) namesOf(argument, into);
  return into;
}

function refuseNames(parameters: readonly string[], columns: readonly string[], startPlace: string): void {
  if (parameters.length === 0)
    throw new InvalidInput(startPlace, ['至少需要一个参数的起始值', 'at least one parameter with a start value is needed']);
  if (parameters.length > mostParameters) {
    throw new InvalidInput(startPlace, [`参数不得超过 ${mostParameters} 个`, `at most ${mostParameters} parameters`]);
  }
  if (columns.includes('y')) throw new InvalidInput('x.y', ['x 的列不能命名为 y', 'a column of x cannot be named y']);
  for (const name of parameters) {
    if (!namePattern.test(name))
      throw new InvalidInput(`${startPlace}.${name}`, ['不是可用于公式的名称', 'not a name that a formula can use']);
    if (name === 'y' || columns.includes(name)) {
      throw new InvalidInput(`${startPlace}.${name}`, [
        '参数不能与数据列或 y 同名',
        'a parameter cannot have the name of a column or of y',
      ]);
    }
  }
}

function readResponse(text: string, place: string): PreciseFormula | undefined {
  const left = parseExpression(text, place);
  const names = [...namesOf(left)].filter((name) => name !== 'pi' && name !== 'e');
  if (names.length !== 1 || names[0] !== 'y') {
    throw new InvalidInput(place, ['等号左边只能是 y 或 y 的函数', 'the left side of the equals sign is y or a function of y alone']);
  }
  return left.kind === 'name' ? undefined : new PreciseFormula(left, ['y']);
}

/**
 * Reads a model. Throws InvalidInput naming place and column: syntax, unknown names, a parameter that does not appear.
 * @param start parameters with their start values, in the order in which they are reported
 * @example readFormulaModel('b1*exp(-b2*x)', ['b1', 'b2'], ['x']).parameters // ['b1', 'b2']
 */
export function readFormulaModel(
  text: string,
  parameters: readonly string[],
  columns: readonly string[],
  place = 'model',
  startPlace = 'start',
): FormulaModel {
  if (text.length > longestFormula) {
    throw new InvalidInput(place, [`公式超过 ${longestFormula} 个字符`, `the formula has more than ${longestFormula} characters`]);
  }
  refuseNames(parameters, columns, startPlace);
  const parts = text.split(/[=＝]/);
  if (parts.length > 2) throw new InvalidInput(place, ['只能有一个等号', 'there can be only one equals sign']);
  const [left = '', right] = parts;
  const response = right === undefined ? undefined : readResponse(left, place);
  // Spaces in place of the left side, so that columns in errors are those of the text.
  const formula = right === undefined ? text : ' '.repeat(left.length + 1) + right;
  const inputs = [...parameters, ...columns];
  const tape = new Tape(compile(inputs, [{ name: 'y', place, text: formula }]));
  const expression = parseExpression(formula, place);
  const used = namesOf(expression);
  for (const name of parameters) {
    if (!used.has(name))
      throw new InvalidInput(`${startPlace}.${name}`, ['该参数没有出现在模型中', 'this parameter does not appear in the model']);
  }
  const precise = new PreciseFormula(expression, inputs);
  return { parameters, columns, tape, precise, ...(response === undefined ? {} : { response }) };
}
