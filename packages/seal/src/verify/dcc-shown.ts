/** What a digital calibration certificate of any system says, so that a person can read it: its facts and its results in both languages. */
import { dccOf, type Dcc } from '../dcc/read.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Text } from './answer.ts';
import type { ShownResult } from './examination.ts';
import type { Fact } from './facts.ts';

/** The same document read for readers of Chinese and of English: a text that has only one language stands in both. */
export type Shown = { readonly zh: Dcc; readonly en: Dcc };

/** Throws InvalidXml for what is no DCC or of a version that is not known. */
export const shownOf = (root: XmlElement): Shown => ({ zh: dccOf(root, ['zh', 'en']), en: dccOf(root, ['en', 'zh']) });

const pair = ({ zh, en }: Shown, read: (dcc: Dcc) => string): Text => [read(zh), read(en)];

function fact(name: Fact['name'], value: string | Text): Fact[] {
  const isEmpty = typeof value === 'string' ? value === '' : value[0] === '' && value[1] === '';
  return isEmpty ? [] : [{ name, value }];
}

/** The serial number by which the first item is told: the one of its maker. */
export const serialOf = ({ zh }: Shown): string =>
  (zh.items[0]?.identifications ?? [])
    .filter(({ issuer }) => issuer === 'manufacturer')
    .map(({ value }) => value)
    .join('、');

/** The day of issue where the certificate states one, else the last day of the work. */
export function issuedOn({ zh: { dates } }: Shown): string {
  const days = [dates.issued, dates.ended, dates.begun].map((day) => (day ?? '').slice(0, 10));
  return days.find((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)) ?? '';
}

const document: Text = ['数字校准证书', 'Digital calibration certificate'];

/** What the administrative data say. */
export function factsOfDcc(shown: Shown): readonly Fact[] {
  const { dates, identifier, items, replaces } = shown.zh;
  const [begun, ended] = [dates.begun ?? '', dates.ended ?? ''];
  return [
    ...fact('document', document),
    ...fact('number', identifier),
    ...fact(
      'laboratory',
      pair(shown, ({ laboratory }) => laboratory.name),
    ),
    ...fact(
      'holder',
      pair(shown, ({ customer }) => customer.name),
    ),
    ...fact(
      'instrument',
      pair(shown, (dcc) => dcc.items[0]?.name ?? ''),
    ),
    ...fact(
      'maker',
      pair(shown, (dcc) => dcc.items[0]?.manufacturer ?? ''),
    ),
    ...fact('model', items[0]?.model ?? ''),
    ...fact('serial', serialOf(shown)),
    ...fact('testedOn', begun === ended || ended === '' ? begun : `${begun} – ${ended}`),
    ...fact('issuedOn', issuedOn(shown)),
    ...fact('persons', shown.zh.persons.map(({ name }) => name).join('、')),
    ...fact('replaces', replaces ?? ''),
  ];
}

const mostResults = 2000;

/** The results of all measurements in the order in which they stand. */
export function resultsOf({ zh, en }: Shown): readonly ShownResult[] {
  const found: ShownResult[] = [];
  zh.results.forEach((result, place) => {
    result.tables.forEach((table, at) => {
      const other = en.results[place]?.tables[at];
      table.columns.forEach((column, index) => {
        const quantity: Text = [column.name, other?.columns[index]?.name ?? column.name];
        for (const { value, unit, uncertainty } of column.values) {
          if (found.length >= mostResults) return;
          found.push({
            name: [table.title === '' ? result.name : table.title, (other?.title ?? '') || (en.results[place]?.name ?? '')],
            quantity,
            value: value ?? '',
            unit: unit.symbol ?? unit.written,
            uncertainty: uncertainty?.value ?? null,
          });
        }
        if (column.values.length === 0 && column.text !== '')
          found.push({ name: [result.name, en.results[place]?.name ?? ''], quantity, value: column.text, unit: '', uncertainty: null });
      });
    });
  });
  return found.slice(0, mostResults);
}
