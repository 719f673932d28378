/**
 * Reads a formula into an expression: Pratt's method over the tokens.
 * Precedence, weakest first: + -, * /, unary + -, ^ (right associative). So -2^2 is −4, 2^-1 is 0.5 and 2^3^2 is 512.
 * Everything a formula can reach is arithmetic on the names it is given: there is no other way out of it.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { functions, type OperationName } from './operation.ts';
import { suggest } from './suggest.ts';
import type { Expression, Token } from './syntax.ts';
import { columnOf, tokenize } from './tokenize.ts';

/** Deeper nesting is refused before it can exhaust the stack. */
const deepest = 200;

const binary: Readonly<Record<string, { readonly operation: OperationName; readonly left: number; readonly right: number }>> = {
  '+': { operation: 'add', left: 1, right: 2 },
  '-': { operation: 'subtract', left: 1, right: 2 },
  '*': { operation: 'multiply', left: 3, right: 4 },
  '/': { operation: 'divide', left: 3, right: 4 },
  '^': { operation: 'pow', left: 8, right: 5 },
};
/** Binds stronger than * and weaker than ^; the exponent of ^ may begin with a sign. */
const sign = 5;

class Reader {
  readonly #tokens: readonly Token[];
  readonly #place: string;
  #index = 0;
  #depth = 0;
  constructor(tokens: readonly Token[], place: string) {
    this.#tokens = tokens;
    this.#place = place;
  }

  get token(): Token {
    return this.#tokens[Math.min(this.#index, this.#tokens.length - 1)] as Token;
  }

  next(): Token {
    const token = this.token;
    this.#index += 1;
    return token;
  }

  fail(token: Token, text: readonly [zh: string, en: string]): never {
    throw new InvalidInput(columnOf(this.#place, token.column), text);
  }

  expect(text: string): void {
    const token = this.next();
    if (token.kind === 'symbol' && token.text === text) return;
    const found: readonly [string, string] =
      token.kind === 'end' ? ['公式结束', 'the end of the formula'] : [`“${token.text}”`, `"${token.text}"`];
    this.fail(token, [`此处应为“${text}”，却是${found[0]}`, `expected "${text}", found ${found[1]}`]);
  }

  expression(weakest: number): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) this.fail(this.token, [`括号或运算嵌套超过 ${deepest} 层`, `nested more than ${deepest} levels deep`]);
    let left = this.operand();
    for (;;) {
      const token = this.token;
      const operator = token.kind === 'symbol' ? binary[token.text] : undefined;
      if (operator === undefined || operator.left < weakest) break;
      this.next();
      const follower = this.token;
      if (token.text === '*' && follower.kind === 'symbol' && follower.text === '*')
        this.fail(token, ['乘方请写 ^，不写 **', 'a power is written ^, not **']);
      left = { kind: 'call', operation: operator.operation, arguments: [left, this.expression(operator.right)], column: token.column };
    }
    this.#depth -= 1;
    return left;
  }

  operand(): Expression {
    const token = this.next();
    if (token.kind === 'number') return this.withoutNeighbour({ kind: 'number', value: token.value, column: token.column });
    if (token.kind === 'name')
      return this.withoutNeighbour(this.isOpen() ? this.call(token) : { kind: 'name', name: token.text, column: token.column });
    if (token.kind === 'symbol' && token.text === '(') {
      const inner = this.expression(0);
      this.expect(')');
      return this.withoutNeighbour(inner);
    }
    if (token.kind === 'symbol' && (token.text === '-' || token.text === '+')) {
      const operand = this.expression(sign);
      return token.text === '+' ? operand : { kind: 'call', operation: 'negate', arguments: [operand], column: token.column };
    }
    if (token.kind === 'end') this.fail(token, ['公式不完整，此处缺少一个量', 'the formula ends where a quantity is expected']);
    return this.fail(token, [`此处应为一个量，却是“${token.text}”`, `expected a quantity, found "${token.text}"`]);
  }

  /** `2 x` and `(a)(b)` are no products here: the sign is written. */
  withoutNeighbour(expression: Expression): Expression {
    const token = this.token;
    if (token.kind === 'number' || token.kind === 'name' || (token.kind === 'symbol' && token.text === '('))
      this.fail(token, [`“${token.text}”前缺少运算符，乘号请写 *`, `an operator is missing before "${token.text}"; write * for a product`]);
    return expression;
  }

  isOpen(): boolean {
    return this.token.kind === 'symbol' && this.token.text === '(';
  }

  call(name: Token): Expression {
    const known = Object.prototype.hasOwnProperty.call(functions, name.text) ? functions[name.text] : undefined;
    if (known === undefined) {
      const near = suggest(name.text, Object.keys(functions));
      this.fail(name, [
        `没有函数“${name.text}”${near === undefined ? '' : `，是否为“${near}”`}`,
        `unknown function "${name.text}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
      ]);
    }
    this.expect('(');
    const given: Expression[] = [];
    if (!(this.token.kind === 'symbol' && this.token.text === ')')) {
      given.push(this.expression(0));
      while (this.token.kind === 'symbol' && this.token.text === ',') {
        this.next();
        given.push(this.expression(0));
      }
    }
    this.expect(')');
    if (given.length !== known.arguments)
      this.fail(name, [
        `函数 ${name.text} 需要 ${known.arguments} 个参数，给了 ${given.length} 个`,
        `${name.text} takes ${known.arguments} argument${known.arguments === 1 ? '' : 's'}, ${given.length} given`,
      ]);
    return { kind: 'call', operation: known.operation, arguments: given, column: name.column };
  }

  end(): void {
    const token = this.token;
    if (token.kind !== 'end')
      this.fail(token, [`公式到此应结束，却是“${token.text}”`, `the formula should end here, found "${token.text}"`]);
  }
}

/**
 * A formula as an expression.
 * @param place names the formula in errors, `outputs.l`
 * @throws InvalidInput naming place and column
 * @example parseExpression('-2^2', '') // negate(pow(2, 2))
 */
export function parseExpression(text: string, place: string): Expression {
  const reader = new Reader(tokenize(text, place), place);
  const expression = reader.expression(0);
  reader.end();
  return expression;
}

/** `left = right` as left − right. @throws InvalidInput when there is no equals sign */
export function parseEquation(text: string, place: string): Expression {
  const reader = new Reader(tokenize(text, place), place);
  const left = reader.expression(0);
  const column = reader.token.column;
  reader.expect('=');
  const right = reader.expression(0);
  reader.end();
  if (right.kind === 'number' && right.value === 0) return left;
  return { kind: 'call', operation: 'subtract', arguments: [left, right], column };
}
