/**
 * The formula language of the uncertainty model file: what a formula is made of.
 * Operators + - * / ^ (right associative, above unary minus), parentheses, numbers with exponents, names and the functions of operation.ts.
 */

/** A parsed formula. `column` counts from 1, in UTF-16 code units, and names where the node's operator, name or number stands. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly column: number }
  | { readonly kind: 'name'; readonly name: string; readonly column: number }
  | { readonly kind: 'call'; readonly operation: string; readonly arguments: readonly Expression[]; readonly column: number };

export type Token =
  | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly column: number }
  | { readonly kind: 'name'; readonly text: string; readonly column: number }
  | { readonly kind: 'symbol'; readonly text: string; readonly column: number }
  | { readonly kind: 'end'; readonly text: ''; readonly column: number };

/** A name: letters of any script, digits and `_`, not beginning with a digit. */
export const namePattern = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** Signs that people write for an operator of the language, and what it is called here. */
export const lookalikes: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '⋅': '*',
  '÷': '/',
  '∕': '/',
  '−': '-',
  '–': '-',
  '（': '(',
  '）': ')',
  '，': ',',
  '＋': '+',
  '＊': '*',
  '／': '/',
  '＝': '=',
  '²': '^2',
  '³': '^3',
  π: 'pi',
};

/** The node, its first argument, the first argument of that and so on, down to a number or a name. */
export function leftSpine(expression: Expression): Expression[] {
  const spine = [expression];
  let node = expression;
  while (node.kind === 'call' && node.arguments[0] !== undefined) {
    node = node.arguments[0];
    spine.push(node);
  }
  return spine;
}
