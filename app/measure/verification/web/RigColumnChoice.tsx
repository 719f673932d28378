import { useId, useMemo, type ReactElement } from 'react';
import { useDeviceValue } from '../../../web/device.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import type { RigColumn } from '../rules/rig-sheet.ts';
import { texts } from './text.ts';

type Kept = { readonly group: string | null; readonly field: string | null };
export type RigChoice = { readonly kept: Kept; readonly keep: (kept: Kept) => void; readonly columns: readonly RigColumn[] };

/** Which readings are spread over the columns; kept for each edition on this device. All of them unless somebody chose. */
export function useRigColumns(edition: string, all: readonly RigColumn[]): RigChoice {
  const [kept, keep] = useDeviceValue<Kept>(`rig.columns.${edition}`, { group: null, field: null });
  const columns = useMemo(() => {
    const some = all.filter(
      ({ group, field }) => (kept.group === null || group.id === kept.group) && (kept.field === null || field.id === kept.field),
    );
    return some.length === 0 ? all : some;
  }, [all, kept]);
  return { kept, keep, columns };
}

export function RigColumnChoice({ all, choice }: { all: readonly RigColumn[]; choice: RigChoice }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const { kept, keep, columns } = choice;
  const groups = new Map(all.map(({ group }) => [group.id, group]));
  const fields = new Map(all.filter(({ group }) => kept.group === null || group.id === kept.group).map(({ field }) => [field.id, field]));
  const read = (value: string): string | null => (value === '' ? null : value);
  return (
    <div className="rig-choice no-print">
      <label htmlFor={`${id}-group`}>{text.rigGroup}</label>
      <select id={`${id}-group`} value={kept.group ?? ''} onChange={(event) => keep({ group: read(event.target.value), field: null })}>
        <option value="">{text.rigAll}</option>
        {[...groups.values()].map((group) => (
          <option key={group.id} value={group.id}>
            {say(group.title)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-field`}>{text.rigField}</label>
      <select id={`${id}-field`} value={kept.field ?? ''} onChange={(event) => keep({ ...kept, field: read(event.target.value) })}>
        <option value="">{text.rigAll}</option>
        {[...fields.values()].map((field) => (
          <option key={field.id} value={field.id}>
            {say(field.label)} {field.symbol}
          </option>
        ))}
      </select>
      <span className="soft">{fill(text.rigColumns, { n: columns.length, all: all.length })}</span>
    </div>
  );
}
