/**
 * The check of a label, a verdict beside that of the lot: the words 净含量, number and legal unit, the unit that fits the quantity, the height
 * of the characters, the statements of a package of several, the drained quantity. 定量包装商品计量监督管理办法 (SAMR order 70, 2023).
 */
import { compare, multiply, parse, print, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { characterHeights, labelClauses, otherCharacterHeight, unitChoices, type LabelCheckId } from './label-rule.ts';
import { readStatements, type Statement } from './label-statement.ts';
import { convert, findUnit, tableUnit, type QuantityUnit, type Text } from './quantity-unit.ts';
import type { Confidence } from './rule.ts';

export type Quantity = { readonly value: Decimal; readonly unit: QuantityUnit };

/** One kind of piece in a package of several: what each contains and how many there are. */
export type PackedPiece = { readonly each: Decimal; readonly pieces: number };

export type Label = {
  readonly text: string;
  /** Of the characters of the statement, in millimetres; null: not measured. */
  readonly characterHeight: Decimal | null;
  /** null: one package. One entry: several of the same kind; more: of different kinds. */
  readonly multipack: readonly PackedPiece[] | null;
};

export type LabelCheck = {
  readonly id: LabelCheckId;
  /** null: cannot be judged from what is given. */
  readonly ok: boolean | null;
  readonly found: string | null;
  readonly required: Text;
  readonly clause: Text;
  readonly confidence: Confidence;
};

export type LabelAnswer = { readonly verdict: 'pass' | 'fail' | 'incomplete'; readonly checks: readonly LabelCheck[] };

const shown = ({ value, unit }: Quantity): string => `${print(trim(value))} ${unit.symbol}`;
const isSame = (one: Quantity, other: Quantity): boolean =>
  one.unit.kind === other.unit.kind && compare(convert(one.value, one.unit, other.unit), other.value) === 0;
const list = (statements: readonly Statement[]): string | null =>
  statements.length === 0 ? null : statements.map(({ written }) => written).join('; ');

const check = (id: LabelCheckId, ok: boolean | null, found: string | null, required: Text): LabelCheck => ({
  id,
  ok,
  found,
  required,
  ...labelClauses[id],
});

/** The units from which the annex lets one choose. @example allowedSymbols({ value: parse('1000'), unit: g }) // ['kg'] */
export function allowedSymbols({ value, unit }: Quantity): readonly string[] {
  if (unit.kind === 'count') return ['count'];
  const standing = convert(value, unit, tableUnit(unit.kind));
  const choices = unitChoices[unit.kind];
  return choices.find(({ below }) => below === null || compare(standing, parse(below)) < 0)?.symbols ?? [];
}

/** Least height of the characters in millimetres. @example requiredHeight({ value: parse('200'), unit: g }) // '3' */
export function requiredHeight({ value, unit }: Quantity): string {
  if (unit.kind !== 'mass' && unit.kind !== 'volume') return otherCharacterHeight;
  const standing = convert(value, unit, tableUnit(unit.kind));
  return characterHeights.find(({ upTo }) => upTo === null || compare(standing, parse(upTo)) <= 0)?.millimetres ?? otherCharacterHeight;
}

function wordsCheck(text: string, nominal: Quantity): LabelCheck {
  const has = /净\s*含\s*量/.test(text);
  const isFree = nominal.unit.kind === 'length' || nominal.unit.kind === 'area' || nominal.unit.kind === 'count';
  const required: Text = isFree
    ? ['以长度、面积、计数标注的可免“净含量”三字', '净含量 may be left out where length, area or a count is declared']
    : ['应有“净含量”三字', 'the words 净含量 are required'];
  return check('words', has || isFree, has ? '净含量' : null, required);
}

function unitChoiceCheck(statements: readonly Statement[]): LabelCheck {
  const wrong = statements.filter(
    (statement) => statement.unit.kind !== 'count' && !allowedSymbols(statement).includes(statement.unit.symbol),
  );
  const concerned = wrong.length > 0 ? wrong : statements;
  const symbols = [...new Set(concerned.flatMap(allowedSymbols))];
  const names = symbols.map((symbol) => findUnit(symbol)?.name[0] ?? symbol);
  const required: Text =
    symbols.length === 0
      ? ['按量的大小选用单位', 'the unit follows the quantity']
      : symbols.join() === 'count'
        ? ['以中文计数单位表示', 'a Chinese measure word']
        : [`该量应使用 ${symbols.join('、')}（${names.join('、')}）`, `this quantity is written in ${symbols.join(' or ')}`];
  return check('unit-choice', statements.length === 0 ? null : wrong.length === 0, list(concerned), required);
}

const totalOf = ({ each, pieces }: PackedPiece): Decimal => multiply(each, whole(pieces));

/** Of each kind of piece either content and number, or the total, has to be stated. */
function multipackCheck(statements: readonly Statement[], multipack: readonly PackedPiece[], unit: QuantityUnit): LabelCheck {
  const isStated = (piece: PackedPiece): boolean =>
    statements.some(
      (statement) =>
        (statement.pieces === piece.pieces && isSame(statement, { value: piece.each, unit })) ||
        (statement.pieces === null && isSame(statement, { value: totalOf(piece), unit })),
    );
  const required: Text =
    multipack.length === 1
      ? ['标单件净含量和总件数，或者标总净含量', 'content of each and number of pieces, or the total content']
      : ['各种商品分别标单件净含量和件数，或者分别标总净含量', 'for each kind: content of each and number, or its total content'];
  return check('multipack', multipack.every(isStated), list(statements), required);
}

function agreementCheck(statements: readonly Statement[], nominal: Quantity, multipack: Label['multipack']): LabelCheck {
  const required: Text = [`与所检标注净含量 ${shown(nominal)} 一致`, `agrees with the declared ${shown(nominal)}`];
  if (statements.length === 0) return check('agreement', null, null, required);
  const meant = [nominal, ...(multipack ?? []).map((piece) => ({ value: piece.each, unit: nominal.unit }))];
  const agrees = statements.some(
    (statement) =>
      meant.some((quantity) => isSame(statement, quantity)) ||
      (statement.pieces !== null && isSame({ value: multiply(statement.value, whole(statement.pieces)), unit: statement.unit }, nominal)),
  );
  const stated = statements.some((statement) =>
    (multipack ?? []).some((piece) => isSame(statement, { value: totalOf(piece), unit: nominal.unit })),
  );
  return check('agreement', agrees || stated, list(statements), required);
}

function heightCheck(height: Decimal | null, nominal: Quantity): LabelCheck {
  const least = requiredHeight(nominal);
  const ok = height === null ? null : compare(height, parse(least)) >= 0;
  return check('height', ok, height === null ? null : `${print(height)} mm`, [
    `字符高度不小于 ${least} mm`,
    `characters at least ${least} mm high`,
  ]);
}

function drainedCheck(text: string, statements: readonly Statement[], drained: Quantity): LabelCheck {
  const hasWords = /沥干物|固形物/.test(text);
  const ok = hasWords && statements.some((statement) => isSame(statement, drained));
  return check('drained', ok, hasWords ? list(statements) : null, [
    `另标沥干物（固形物）含量 ${shown(drained)}`,
    `the drained quantity ${shown(drained)} is stated as 沥干物 or 固形物`,
  ]);
}

/**
 * Judges a label. Fails when one check fails; incomplete when none fails and one could not be judged.
 * @example checkLabel({ text: '净含量：500 g', characterHeight: parse('4'), multipack: null }, nominal, null).verdict // 'pass'
 */
export function checkLabel(label: Label, nominal: Quantity, drained: Quantity | null): LabelAnswer {
  const statements = readStatements(label.text);
  const wrong = statements.filter(({ instead }) => instead !== null);
  const suggestions = wrong.map(({ instead }) => instead).join(', ');
  const checks: readonly LabelCheck[] = [
    wordsCheck(label.text, nominal),
    check('quantity', statements.length > 0, list(statements), ['应有数字和计量单位', 'a number with its unit is required']),
    check(
      'unit',
      statements.length === 0 ? null : wrong.length === 0,
      list(wrong.length > 0 ? wrong : statements),
      wrong.length > 0 ? [`应写作 ${suggestions}`, `to be written ${suggestions}`] : ['使用法定计量单位', 'a legal unit'],
    ),
    unitChoiceCheck(statements),
    agreementCheck(statements, nominal, label.multipack),
    heightCheck(label.characterHeight, nominal),
    ...(label.multipack === null ? [] : [multipackCheck(statements, label.multipack, nominal.unit)]),
    ...(drained === null ? [] : [drainedCheck(label.text, statements, drained)]),
  ];
  const verdict = checks.some(({ ok }) => ok === false) ? 'fail' : checks.some(({ ok }) => ok === null) ? 'incomplete' : 'pass';
  return { verdict, checks };
}
