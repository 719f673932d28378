/**
 * The results as tables: features and single values of all items in one, then a table for each item that has rows. Values, limits and
 * verdicts are those of the record, as they were rounded there; nothing is computed here.
 */
import type { Check } from '@tongheng/procedures/calculation';
import type { Edition } from '@tongheng/procedures/edition';
import type { Field, Group, RowRecord } from '@tongheng/procedures/form';
import { findProcedure } from '@tongheng/procedures/registry';
import { statedChecks, type CertificateRecord, type RecordUncertainty } from '@tongheng/seal/record';
import type { Text } from '../../../../kernel/text.ts';
import { fitted, type Cell, type Part } from './sheet.ts';
import { seen, verdictWords, words } from './words.ts';

/** A unit does not leave its number at the end of a line. */
const gap = '\u00a0';
const withUnit = (value: string, unit: string): string => (unit === '' ? value : `${value}${gap}${unit}`);
const signs = { within: '±', 'at-most': '≤', 'at-least': '≥' } as const;

/** @example printLimit({ comparison: 'within', limit: '2.5', unit: 'g' }, true) // '±2.5 g' with a space that does not break */
export function printLimit(check: Pick<Check, 'comparison' | 'limit' | 'lower' | 'unit'>, named: boolean): string {
  const { comparison, limit, lower, unit } = check;
  if (limit === null || comparison === 'stated') return '/';
  const bare = comparison === 'between' ? `${lower ?? '/'} ～ ${limit}` : `${signs[comparison]}${limit}`;
  return named ? withUnit(bare, unit) : bare;
}

const titleOf = (edition: Edition | undefined, item: string): Text => edition?.items.find(({ id }) => id === item)?.title ?? [item, item];

/** The clause of a check: the edition's own where it is established, else the one its institute wrote on adoption. */
export function clauseOf({ procedure }: CertificateRecord, check: Pick<Check, 'clause' | 'item'>, edition: Edition | undefined): string {
  const place = edition?.items.findIndex(({ id }) => id === check.item) ?? -1;
  return check.clause ?? procedure.clauses[`items.${place}.required`] ?? '/';
}

/** Items in the order of the regulation; those that it does not name come last. */
export function itemsOf(checks: readonly Check[], edition: Edition | undefined): string[] {
  const present = [...new Set(checks.map(({ item }) => item))];
  const order = (edition?.items ?? []).map(({ id }) => id).filter((id) => present.includes(id));
  return [...order, ...present.filter((id) => !order.includes(id))];
}

export const failedItems = (record: CertificateRecord): Text[] => {
  const edition = findProcedure(record.procedure.edition)?.edition;
  const failed = record.verification.result.checks.filter(({ verdict }) => verdict === 'fail');
  return itemsOf(failed, edition).map((item) => titleOf(edition, item));
};

type Place = { readonly group: Group; readonly row: RowRecord; readonly number: number };

/** The row of the record on which a check stands; undefined for a check of a whole group or of one of its points. */
function placeOf({ verification }: CertificateRecord, groups: readonly Group[], { row }: Check): Place | undefined {
  const [, id, number] = /^(.+)\.(\d+)$/.exec(row) ?? [];
  const group = groups.find((one) => one.id === id);
  const rows = id === undefined ? undefined : verification.readings[id]?.['rows'];
  const found = Array.isArray(rows) ? (rows as readonly RowRecord[])[Number(number) - 1] : undefined;
  return group === undefined || found === undefined ? undefined : { group, row: found, number: Number(number) };
}

/** What one check is of, within its item. */
function contentOf(check: Check, groups: readonly Group[]): string {
  const [id = '', ...rest] = check.row.split('.');
  const group = groups.find((one) => one.id === id);
  if (check.comparison === 'stated') return group?.fields.find((field) => field.id === check.symbol)?.label[0] ?? check.symbol;
  const named = group?.fields.find((field) => field.id === check.id.slice(id.length + 1))?.label[0];
  if (named !== undefined) return `${named} ${check.symbol}`;
  const point = rest.join('.');
  const choice = group?.columns.flatMap(({ choices = [] }) => choices).find(({ value }) => value === point)?.label[0];
  return [choice ?? point, check.symbol].filter((part) => part !== '').join(' ');
}

const mainColumns = /^(indication|shown|measured|reference|standard|measure|nominal|actual|height|length|after)$/;

/** The columns of a group that a reader of the certificate needs: the points, and what was shown and what was right. */
function columnsOf(group: Group, rows: readonly RowRecord[], given: ReadonlySet<string>): readonly Field[] {
  const filled = group.columns.filter(({ id }) => rows.some((row) => (row[id] ?? '') !== ''));
  if (filled.length <= 4) return filled;
  const main = filled.filter(({ id }) => given.has(id) || mainColumns.test(id));
  const chosen = main.length > 0 ? main : filled;
  return chosen.slice(0, 4);
}

const headed = ([zh, en]: Text, symbol: string | undefined, unit: string): Text => {
  const sign = symbol === undefined || symbol === '' ? '' : ` ${symbol.replace('_', '')}`;
  return [`${zh}${sign}${unit === '' ? '' : `${gap}/${gap}${unit}`}`, en];
};

type Setting = {
  readonly record: CertificateRecord;
  readonly edition: Edition | undefined;
  readonly groups: readonly Group[];
  readonly unit: string;
  readonly given: ReadonlySet<string>;
};

/** One table of an item: its rows, a column for each symbol, one for the limits where they are the same for all symbols of a row. */
function rowTable({ record, unit, given }: Setting, group: Group, checks: readonly { check: Check; place: Place }[]): Part {
  const numbers = [...new Set(checks.map(({ place }) => place.number))];
  const symbols = [...new Set(checks.map(({ check }) => check.symbol))];
  const at = (number: number, symbol: string): Check | undefined =>
    checks.find(({ check, place }) => place.number === number && check.symbol === symbol)?.check;
  const rowOf = (number: number): RowRecord => checks.find(({ place }) => place.number === number)?.place.row ?? {};
  const columns = columnsOf(group, numbers.map(rowOf), given);
  const units = new Set(checks.map(({ check }) => check.unit));
  const one = units.size === 1 ? ([...units][0] ?? '') : undefined;
  const isShared = numbers.every(
    (number) =>
      new Set(symbols.flatMap((symbol) => at(number, symbol) ?? []).map((check) => printLimit(check, one === undefined))).size <= 1,
  );
  const suffix = one ?? '';
  const computed = (symbol: string): Text => group.computed.find((column) => column.symbol === symbol)?.label ?? words.value;
  const calibrates = record.kind === 'calibration';
  const limitColumns: readonly (string | null)[] = calibrates ? [] : isShared ? [null] : symbols;
  const uncertaintyColumns = calibrates ? symbols : [];
  const head = [
    { label: words.row, width: 'fit' as const, align: 'center' as const },
    ...columns.map((field) => ({
      label: headed(field.label, field.symbol, field.unit === 'sheet' ? unit : (field.unit ?? '')),
      width: 'wide' as const,
      align: 'center' as const,
    })),
    ...symbols.map((symbol) => ({ label: headed(computed(symbol), symbol, suffix), width: 'wide' as const, align: 'center' as const })),
    ...limitColumns.map((symbol) => ({
      label: headed(words.limit, symbol ?? undefined, suffix),
      width: 'wide' as const,
      align: 'center' as const,
    })),
    ...uncertaintyColumns.map((symbol) => ({
      label: headed(words.expanded, symbols.length === 1 ? 'U' : `U(${symbol})`, suffix),
      width: 'wide' as const,
      align: 'center' as const,
    })),
    ...(calibrates ? [] : [{ label: words.verdict, width: 'fit' as const, align: 'center' as const }]),
  ];
  const rows = numbers.map((number): Cell[] => {
    const row = rowOf(number);
    const present = symbols.flatMap((symbol) => at(number, symbol) ?? []);
    const verdict = present.some((check) => check.verdict === 'fail')
      ? 'fail'
      : present.some((check) => check.verdict === 'undetermined')
        ? 'undetermined'
        : 'pass';
    return [
      String(number),
      ...columns.map((field): Cell => {
        const text = row[field.id] ?? '';
        return text === '' ? '/' : (field.choices?.find(({ value }) => value === text)?.label[0] ?? text);
      }),
      ...symbols.map((symbol): Cell => {
        const check = at(number, symbol);
        if (check === undefined) return '/';
        const text = one === undefined ? withUnit(check.value, check.unit) : check.value;
        return check.verdict === 'fail' && !calibrates ? { text, strong: true } : text;
      }),
      ...limitColumns.map((symbol): Cell => {
        const check = symbol === null ? present[0] : at(number, symbol);
        return check === undefined ? '/' : printLimit(check, one === undefined);
      }),
      ...uncertaintyColumns.map((symbol): Cell => {
        const check = at(number, symbol);
        const stated = record.verification.uncertainties.find((one) => one.check === check?.id);
        return stated === undefined ? '/' : one === undefined ? withUnit(stated.U, stated.unit) : stated.U;
      }),
      ...(calibrates ? [] : [verdict === 'fail' ? { text: verdictWords.fail, strong: true as const } : verdictWords[verdict]]),
    ];
  });
  return fitted({ kind: 'table', size: head.length > 8 ? 7.5 : 8.5, columns: head, rows });
}

/** Single values of a calibration, each with its U. */
function valuesWithUncertainty({ record, edition, groups }: Setting, checks: readonly Check[]): Part {
  const rows = itemsOf(checks, edition).flatMap((item) => {
    const own = checks.filter((check) => check.item === item);
    return own.map((check, index): Cell[] => {
      const title = titleOf(edition, item);
      const stated = record.verification.uncertainties.find((one) => one.check === check.id);
      return [
        ...(index === 0 ? [{ text: title[0], under: title[1], rows: own.length }] : []),
        contentOf(check, groups),
        withUnit(check.value, check.unit),
        stated === undefined ? '/' : withUnit(stated.U, stated.unit),
      ];
    });
  });
  const columns = [
    { label: words.item, width: 'wide' as const, align: 'left' as const },
    { label: words.content, width: 'wide' as const, align: 'left' as const },
    { label: words.value, width: 'fit' as const, align: 'center' as const },
    { label: headed(words.expanded, 'U', ''), width: 'fit' as const, align: 'center' as const },
  ];
  return fitted({ kind: 'table', size: 8.5, columns, rows });
}

/** Features and single values, the item beside all of its lines. */
function summary({ record, edition, groups }: Setting, checks: readonly Check[]): Part {
  const rows = itemsOf(checks, edition).flatMap((item) => {
    const own = checks.filter((check) => check.item === item);
    return own.map((check, index): Cell[] => {
      const stated = check.comparison === 'stated';
      const value = stated ? (seen[check.value] ?? check.value) : withUnit(check.value, check.unit);
      const isFailed = check.verdict === 'fail';
      const title = titleOf(edition, item);
      return [
        ...(index === 0 ? [{ text: title[0], under: title[1], rows: own.length }] : []),
        contentOf(check, groups),
        isFailed ? { text: value, strong: true } : value,
        printLimit(check, true),
        clauseOf(record, check, edition),
        isFailed ? { text: verdictWords.fail, strong: true } : verdictWords[check.verdict],
      ];
    });
  });
  const columns = [
    { label: words.item, width: 'wide' as const, align: 'left' as const },
    { label: words.content, width: 'wide' as const, align: 'left' as const },
    { label: words.value, width: 'fit' as const, align: 'center' as const },
    { label: words.limit, width: 'fit' as const, align: 'center' as const },
    { label: words.clause, width: 'fit' as const, align: 'center' as const },
    { label: words.verdict, width: 'fit' as const, align: 'center' as const },
  ];
  return fitted({ kind: 'table', size: 8.5, columns, rows });
}

const uncertaintyLine = ({ U, k, unit, probability }: RecordUncertainty): string =>
  `U = ${withUnit(U, unit)}，k = ${k}${probability === null ? '' : `，p ≈ ${probability}`}`;

const coverageLine = ({ k, probability }: RecordUncertainty): string => `k = ${k}${probability === null ? '' : `，p ≈ ${probability}`}`;

/** The same for a whole item where it is the same for all its checks, else one for each row; nothing where none is stated. */
function uncertaintyNotes(record: CertificateRecord, checks: readonly Check[]): Part[] {
  const stated = record.verification.uncertainties.filter(({ check }) => checks.some(({ id }) => id === check));
  // A calibration has U beside each value: the note says what it is.
  const lineOf = record.kind === 'calibration' ? coverageLine : uncertaintyLine;
  const lines = [...new Set(stated.map(lineOf))];
  if (lines.length === 0) return [];
  const [only] = lines;
  const text =
    lines.length === 1 && only !== undefined && stated.length === checks.length
      ? only
      : stated.map((one) => `${one.check}：${lineOf(one)}`).join('；');
  return [{ kind: 'note', text: [`${words.uncertainty[0]}：${text}`, words.uncertainty[1]] }];
}

/** All parts of the results, in the order of the regulation. */
export function resultParts(record: CertificateRecord): Part[] {
  const procedure = findProcedure(record.procedure.edition);
  const edition = procedure?.edition;
  const { readings, kind } = record.verification;
  const { nameplate } = record.instrument;
  const groups = edition?.form.readings ?? [];
  const given = new Set((procedure?.points(nameplate, kind) ?? []).flatMap(({ given: columns }) => Object.keys(columns)));
  const unit = procedure?.unit({ instrument: nameplate, readings }) ?? '';
  const setting: Setting = { record, edition, groups, unit, given };
  const placed = statedChecks(record).map((check) => ({ check, place: placeOf(record, groups, check) }));
  const single = placed.flatMap(({ check, place }) => (place === undefined ? [check] : []));
  const onRows = placed.flatMap(({ check, place }) => (place === undefined ? [] : [{ check, place }]));
  const tables = itemsOf(
    onRows.map(({ check }) => check),
    edition,
  ).flatMap((item): Part[] => {
    const own = onRows.filter(({ check }) => check.item === item);
    const title = titleOf(edition, item);
    const clauses = [...new Set(own.map(({ check }) => clauseOf(record, check, edition)))].filter((clause) => clause !== '/');
    const caption: Text = [clauses.length === 0 ? title[0] : `${title[0]}（${clauses.join('、')}）`, title[1]];
    const ofGroups = [...new Set(own.map(({ place }) => place.group))];
    return [
      { kind: 'item', text: caption },
      ...ofGroups.map((group) =>
        rowTable(
          setting,
          group,
          own.filter(({ place }) => place.group === group),
        ),
      ),
      ...uncertaintyNotes(
        record,
        own.map(({ check }) => check),
      ),
    ];
  });
  const singles = record.kind === 'calibration' ? valuesWithUncertainty : summary;
  return [...(single.length === 0 ? [] : [singles(setting, single)]), ...uncertaintyNotes(record, single), ...tables];
}
