import { printDocumentNumber, printNumber, unitGap } from '../../../web/figures.ts';
import { useSay } from '../../../web/language.ts';
import { levels, type Content } from '../rules/kind.ts';
import { kindOf, type EntryKind } from '../rules/kinds.ts';
import { useRegionName } from '../../organization/web/regions.ts';

export type PrintedRow = { readonly id: string; readonly label: string; readonly value: string };

/** What an entry says as rows of label and value, in the words of its kind; a field without a value is a blank row. */
export function usePrinted(): (kind: EntryKind, content: Content) => PrintedRow[] {
  const say = useSay();
  const regionName = useRegionName();
  return (kindName, content) => {
    const kind = kindOf(kindName);
    const { head } = kind;
    const row = (id: string, label: Parameters<typeof say>[0], value: string): PrintedRow => ({ id, label: say(label), value });
    return [
      row('title', head.title, content.title),
      ...(content.level === null ? [] : [row('level', ['级别', 'Level'], say(levels[content.level]))]),
      row('documentNumber', head.documentNumber, printDocumentNumber(content.documentNumber)),
      row('issuer', head.issuer, content.issuer),
      row('since', head.since, content.since),
      ...(head.until === undefined ? [] : [row('until', head.until.label, content.until ?? '')]),
      row('region', ['行政区划', 'Region'], regionName(content.region)),
      ...kind.fields.map((field): PrintedRow => {
        const value = content.payload[field.id] ?? '';
        const chosen = field.choices?.find((choice) => choice.value === value);
        const unit = field.unit === undefined ? '' : `${unitGap}${say(field.unit)}`;
        const shown =
          chosen === undefined ? (field.type === 'decimal' && value !== '' ? `${printNumber(value)}${unit}` : value) : say(chosen.text);
        return row(`payload.${field.id}`, field.label, shown);
      }),
    ];
  };
}
