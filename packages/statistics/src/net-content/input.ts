/** Reads the input of an inspection: every field by name, every refusal with its place. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { add, print, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import {
  readCount,
  readDay,
  readDecimals,
  readEntries,
  readList,
  readPositive,
  readText,
  refuseUnknown,
  type Entries,
} from '../sample/read-input.ts';
import type { Contents } from './inspection.ts';
import type { Label, PackedPiece } from './label.ts';
import { convert, readUnit, type QuantityUnit } from './quantity-unit.ts';
import type { NetContentRule } from './rule.ts';
import { readRule } from './rules.ts';
import { findPlan, largestLot, type SamplingPlan } from './sampling-plan.ts';

export type Process = { readonly s: Decimal; readonly means: readonly Decimal[] | null };

export type Input = {
  readonly rule: NetContentRule;
  readonly plan: SamplingPlan;
  readonly net: Contents;
  readonly drained: Contents | null;
  readonly label: Label | null;
  readonly date: string | null;
  readonly uncertainty: Decimal | null;
  readonly process: Process | null;
  /** Fields at the top that were not read. */
  readonly unread: readonly string[];
};

const fields = [
  'rule',
  'lot',
  'nominal',
  'unit',
  'contents',
  'deviations',
  'contentUnit',
  'drained',
  'label',
  'date',
  'uncertainty',
  'process',
];
/** More values than any plan takes are a wrong file. */
const most = 10_000;

const at = (place: string, field: string): string => (place === '' ? field : `${place}.${field}`);

const isWhole = (value: Decimal): boolean => trim(value).scale === 0;

function readContent(value: Decimal, unit: QuantityUnit, place: string): Decimal {
  if (value.digits < 0n)
    throw new InvalidInput(place, [`实际含量不能小于 0，现为 ${print(value)}`, `a content cannot be below 0, this is ${print(value)}`]);
  if (unit.kind === 'count' && !isWhole(value))
    throw new InvalidInput(place, [`计数应为整数，现为 ${print(value)}`, `a count is a whole number, not ${print(value)}`]);
  return value;
}

/** Nominal quantity and contents, in the unit of the contents. */
function readContents(entries: Entries, plan: SamplingPlan, place: string, presetUnit?: QuantityUnit): Contents {
  const written = presetUnit !== undefined && entries['unit'] === undefined ? presetUnit : readUnit(entries['unit'], at(place, 'unit'));
  const declared = readPositive(entries['nominal'], at(place, 'nominal'));
  if (written.kind === 'count' && !isWhole(declared)) {
    throw new InvalidInput(at(place, 'nominal'), [
      '计数商品的标注净含量应为整数',
      'the declared content of counted goods is a whole number',
    ]);
  }
  const unit = (entries['contentUnit'] ?? undefined) === undefined ? written : readUnit(entries['contentUnit'], at(place, 'contentUnit'));
  if (unit.kind !== written.kind) {
    throw new InvalidInput(at(place, 'contentUnit'), [
      `实际含量的单位 ${unit.symbol} 与标注净含量的单位 ${written.symbol} 不是同一种量`,
      `the unit ${unit.symbol} of the contents and ${written.symbol} of the declared content are of different kinds`,
    ]);
  }
  const nominal = convert(declared, written, unit);
  const [hasContents, hasDeviations] = [entries['contents'] ?? undefined, entries['deviations'] ?? undefined].map(
    (list) => list !== undefined,
  );
  if (hasContents === hasDeviations) {
    throw new InvalidInput(at(place, 'contents'), [
      '实际含量 contents 与偏差 deviations 须给出其中一项，且只给一项',
      'give either contents or deviations, and only one of them',
    ]);
  }
  const name = at(place, hasContents ? 'contents' : 'deviations');
  const values = readDecimals(entries[hasContents ? 'contents' : 'deviations'], name, Math.max(most, plan.n));
  if (values.length !== plan.n) {
    throw new InvalidInput(name, [
      `批量 ${plan.lot} 应抽 ${plan.n} 件，现有 ${values.length} 个数值`,
      `a lot of ${plan.lot} takes a sample of ${plan.n}, but ${values.length} values are given`,
    ]);
  }
  const contents = values.map((value, index) => readContent(hasContents ? value : add(nominal, value), unit, `${name}[${index}]`));
  return { nominal, unit, contents };
}

function readPiece(value: unknown, place: string): PackedPiece {
  const entries = readEntries(value, place);
  refuseUnknown(entries, ['each', 'pieces'], place);
  return { each: readPositive(entries['each'], at(place, 'each')), pieces: readCount(entries['pieces'], at(place, 'pieces'), 1_000_000) };
}

function readLabel(value: unknown, rule: NetContentRule): Label | null {
  if (value === undefined || value === null) return null;
  if (!rule.hasLabelRules) {
    throw new InvalidInput('label', [
      `${rule.number} 不含标注要求，标注检查适用于 JJF 1070`,
      `${rule.number} has no requirements for labels; the check of a label goes with JJF 1070`,
    ]);
  }
  const entries = readEntries(value, 'label');
  refuseUnknown(entries, ['text', 'characterHeight', 'multipack'], 'label');
  const height = entries['characterHeight'];
  const multipack = entries['multipack'];
  return {
    text: readText(entries['text'], 'label.text', 300),
    characterHeight: height === undefined || height === null ? null : readPositive(height, 'label.characterHeight'),
    multipack:
      multipack === undefined || multipack === null
        ? null
        : readList(multipack, 'label.multipack', 50).map((piece, index) => readPiece(piece, `label.multipack[${index}]`)),
  };
}

function readProcess(value: unknown): Process | null {
  if (value === undefined || value === null) return null;
  const entries = readEntries(value, 'process');
  refuseUnknown(entries, ['s', 'means'], 'process');
  const means = entries['means'];
  return { s: readPositive(entries['s'], 'process.s'), means: means === undefined ? null : readDecimals(means, 'process.means', 200) };
}

function readDrained(value: unknown, plan: SamplingPlan, unit: QuantityUnit): Contents | null {
  if (value === undefined || value === null) return null;
  const entries = readEntries(value, 'drained');
  refuseUnknown(entries, ['nominal', 'unit', 'contents', 'deviations', 'contentUnit'], 'drained');
  const drained = readContents(entries, plan, 'drained', unit);
  if (drained.unit.kind === 'mass' || drained.unit.kind === 'volume') return drained;
  throw new InvalidInput('drained.unit', ['沥干物含量以质量表示', 'a drained quantity is a mass']);
}

/** Reads rule and lot only: the plan that the contents have to fill. */
export function readPlan(input: unknown): { readonly rule: NetContentRule; readonly plan: SamplingPlan } {
  const entries = readEntries(input, '');
  const rule = readRule(entries['rule'], 'rule');
  return { rule, plan: findPlan(rule, readCount(entries['lot'], 'lot', largestLot)) };
}

/** Reads a whole input. Throws InvalidInput with the place. */
export function readInput(input: unknown): Input {
  const { rule, plan } = readPlan(input);
  const entries = readEntries(input, '');
  const net = readContents(entries, plan, '');
  const [date, uncertainty] = [entries['date'], entries['uncertainty']];
  return {
    rule,
    plan,
    net,
    drained: readDrained(entries['drained'], plan, net.unit),
    label: readLabel(entries['label'], rule),
    date: date === undefined || date === null ? null : readDay(date, 'date'),
    uncertainty: uncertainty === undefined || uncertainty === null ? null : readPositive(uncertainty, 'uncertainty'),
    process: readProcess(entries['process']),
    unread: Object.keys(entries).filter((name) => !fields.includes(name)),
  };
}
