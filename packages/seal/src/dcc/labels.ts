/** Names of fields, groups and items as their edition has them; what the edition does not know keeps its own sign. */
import type { Edition } from '@tongheng/procedures/edition';
import type { Field, Group } from '@tongheng/procedures/form';
import type { Text } from './markup.ts';

const same = (text: string): Text => [text, text];

/** A field or a column of a group by its id. */
export const fieldIn = (group: Group | undefined, id: string): Field | undefined =>
  group?.fields.find((field) => field.id === id) ?? group?.columns.find((field) => field.id === id);

/** The group of readings that a row such as 'weighing.2' belongs to. */
export const groupOf = (edition: Edition | undefined, row: string): Group | undefined =>
  edition?.form.readings.find(({ id }) => id === row.split('.')[0]);

/** What a test item is called. */
export const itemTitle = (edition: Edition | undefined, id: string): Text =>
  edition?.items.find((item) => item.id === id)?.title ?? same(id);

/** What a checked or computed symbol is called on its row. */
export function symbolTitle(edition: Edition | undefined, row: string, symbol: string): Text {
  const group = groupOf(edition, row);
  const field = fieldIn(group, symbol) ?? [...(group?.fields ?? []), ...(group?.columns ?? [])].find((one) => one.symbol === symbol);
  const label = field?.label ?? group?.computed.find((one) => one.symbol === symbol)?.label;
  return label === undefined ? same(symbol) : [`${label[0]} ${symbol}`, `${label[1]} ${symbol}`];
}

/** What was written into a field: a choice by its name, anything else as it is. */
export const shown = (field: Field | undefined, value: string): Text =>
  field?.choices?.find((choice) => choice.value === value)?.label ?? same(value);

/** The unit of a field; `sheet` is the one of the whole record. */
export const unitOf = (field: Field | undefined, sheet: string): string => (field?.unit === 'sheet' ? sheet : (field?.unit ?? ''));
