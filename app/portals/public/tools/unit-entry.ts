/** What stands in the forms of the page on units, and its address. Each part has an address of its own; the other parts keep what they hold. */
import type { Format, Severity } from '@tongheng/quantity/linter/finding';
import { rules, type RuleId } from '@tongheng/quantity/linter/rules';

export type Part = 'check' | 'convert' | 'round';

/** Every field as it was typed. */
export type Entry = {
  readonly part: Part;
  readonly text: string;
  readonly format: Format;
  /** '' shows all. */
  readonly severity: Severity | '';
  readonly rule: RuleId | '';
  readonly value: string;
  readonly unit: string;
  readonly target: string;
  readonly difference: boolean;
  readonly ratio: 'power' | 'field' | '';
  readonly to: 'interval' | 'uncertainty';
  readonly number: string;
  readonly interval: string;
  readonly uncertainty: string;
  readonly digits: '1' | '2';
  readonly rounding: 'half-even' | 'up' | 'up-beyond-5-percent';
  readonly symbol: string;
  readonly k: string;
};

export const blankEntry: Entry = {
  part: 'check',
  text: '',
  format: 'text',
  severity: '',
  rule: '',
  value: '',
  unit: '',
  target: '',
  difference: false,
  ratio: '',
  to: 'interval',
  number: '',
  interval: '',
  uncertainty: '',
  digits: '2',
  rounding: 'half-even',
  symbol: '',
  k: '',
};

export const formats: readonly Format[] = ['text', 'markdown', 'csv', 'html'];

/** Longer addresses are cut by some programs that pass them on. */
const longestAddress = 4000;
const longestField = 300;

const oneOf = <Choice extends string>(value: string | null, choices: readonly Choice[], otherwise: Choice): Choice =>
  choices.find((choice) => choice === value) ?? otherwise;

const partOf = (query: URLSearchParams): Part => oneOf(query.get('part'), ['check', 'convert', 'round'], 'check');

/**
 * The entry after an address was followed: its part with its fields, the rest as before. A text that was too long for an address
 * (`long`) stays as well.
 */
export function followAddress(before: Entry, query: URLSearchParams): Entry {
  const part = partOf(query);
  const field = (name: string): string => (query.get(name) ?? '').slice(0, longestField);
  if (part === 'convert') {
    return {
      ...before,
      part,
      value: field('value'),
      unit: field('unit'),
      target: field('target'),
      difference: query.get('difference') === '1',
      ratio: oneOf<Entry['ratio']>(query.get('ratio'), ['power', 'field'], ''),
    };
  }
  if (part === 'round') {
    return {
      ...before,
      part,
      to: oneOf(query.get('to'), ['interval', 'uncertainty'], 'interval'),
      number: field('number'),
      interval: field('interval'),
      uncertainty: field('u'),
      digits: oneOf(query.get('digits'), ['1', '2'], '2'),
      rounding: oneOf(query.get('rounding'), ['half-even', 'up', 'up-beyond-5-percent'], 'half-even'),
      symbol: field('symbol'),
      k: field('k'),
    };
  }
  const known = Object.keys(rules) as RuleId[];
  return {
    ...before,
    part,
    text: query.get('long') === '1' ? before.text : (query.get('text') ?? '').slice(0, longestAddress),
    format: oneOf(query.get('format'), formats, 'text'),
    severity: oneOf<Severity | ''>(query.get('severity'), ['error', 'advice'], ''),
    rule: oneOf<RuleId | ''>(query.get('rule'), known, ''),
  };
}

function fieldsOf(entry: Entry): Readonly<Record<string, string>> {
  switch (entry.part) {
    case 'convert':
      return {
        part: 'convert',
        value: entry.value,
        unit: entry.unit,
        target: entry.target,
        difference: entry.difference ? '1' : '',
        ratio: entry.ratio,
      };
    case 'round':
      return {
        part: 'round',
        to: entry.to === 'interval' ? '' : entry.to,
        number: entry.number,
        interval: entry.interval,
        u: entry.uncertainty,
        digits: entry.digits === '2' ? '' : entry.digits,
        rounding: entry.rounding === 'half-even' ? '' : entry.rounding,
        symbol: entry.symbol,
        k: entry.k,
      };
    case 'check':
      return {
        text: entry.text,
        format: entry.format === 'text' ? '' : entry.format,
        severity: entry.severity,
        rule: entry.rule,
      };
  }
}

/**
 * The part that is shown as it stands in an address behind #, which is never sent to a server.
 * @example addressOf({ ...blankEntry, part: 'convert', value: '1', unit: 'atm', target: 'kPa' }) // 'part=convert&value=1&unit=atm&target=kPa'
 */
export function addressOf(entry: Entry): string {
  // Not worth encoding what cannot fit.
  const isLong = entry.text.length > longestAddress;
  const write = (fields: Readonly<Record<string, string>>): string => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) if (value !== '') query.set(name, value);
    return query.toString();
  };
  const whole = write(fieldsOf(entry.part === 'check' && isLong ? { ...entry, text: '' } : entry));
  if (entry.part !== 'check' || (!isLong && whole.length <= longestAddress)) return whole;
  return write({ ...fieldsOf({ ...entry, text: '' }), long: '1' });
}
