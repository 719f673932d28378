import { Button } from 'antd';
import { useId, useMemo, useState, type ReactElement } from 'react';
import type { Text } from '../../../kernel/text.ts';
import { useDeviceValue } from '../../../web/device.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import type { CsvTable } from '../rules/csv.ts';
import { readRigFile, suggestMapping, type RigMapping } from '../rules/rig-file.ts';
import type { RigColumn } from '../rules/rig-sheet.ts';
import { unitOf } from './GroupTable.tsx';
import type { RigStore } from './rig-store.ts';
import { texts } from './text.ts';

type Props = {
  readonly name: string;
  readonly encoding: string;
  readonly table: CsvTable;
  readonly edition: string;
  readonly store: RigStore;
  readonly columns: readonly RigColumn[];
  readonly unit: string;
  readonly say: (text: Text) => string;
  readonly onClose: () => void;
};

const fits = (mapping: RigMapping, heads: readonly string[]): boolean =>
  heads.includes(mapping.serial) && Object.keys(mapping.columns).every((head) => heads.includes(head));

/** Which column of the file is which reading, kept by name; what will be taken and what will not is seen before it happens. */
export function RigFileDialog(props: Props): ReactElement {
  const { name, encoding, table, edition, store, columns, unit, say, onClose } = props;
  const text = useTexts(texts);
  const id = useId();
  const heads = table.head.cells;
  const [kept, keep] = useDeviceValue<readonly RigMapping[]>(`rig.mappings.${edition}`, []);
  const [mapping, setMapping] = useState<RigMapping>(() => kept.find((one) => fits(one, heads)) ?? suggestMapping(heads, columns, say));
  const instruments = useMemo(() => store.rows().map(({ record }) => ({ id: record.id, serial: record.serial })), [store]);
  const found = useMemo(
    () => readRigFile(table, mapping, columns, instruments, (column) => unitOf(column.field, unit)),
    [table, mapping, columns, instruments, unit],
  );
  const nameOf = ({ group, cell, field, given }: RigColumn): string =>
    [
      say(group.title),
      cell.row === null ? '' : String(cell.row + 1),
      ...given.map((one) => one.text),
      field.symbol ?? say(field.label),
      unitOf(field, unit),
    ]
      .filter((part) => part !== '')
      .join(' ');
  const map = (head: string, path: string): void => {
    const others = Object.fromEntries(Object.entries(mapping.columns).filter(([one]) => one !== head));
    setMapping({ ...mapping, columns: path === '' ? others : { ...others, [head]: path } });
  };
  const values = found.rows.reduce((sum, { values: own }) => sum + own.length, 0);
  const take = (): void => {
    const rowOf = new Map(instruments.map((one, row) => [one.id, row]));
    store.write(
      found.rows.flatMap(({ id: instrument, values: own }) =>
        own.map(({ column, text: value }) => ({ row: rowOf.get(instrument) ?? 0, column, text: value })),
      ),
    );
    if (mapping.name.trim() !== '') keep([...kept.filter((one) => one.name !== mapping.name), mapping]);
    onClose();
  };
  return (
    <Dialog
      title={fill(text.fileTitle, { name, encoding })}
      onClose={onClose}
      foot={
        <Button type="primary" disabled={values === 0} onClick={take}>
          {fill(text.fileTake, { rows: found.rows.length, values })}
        </Button>
      }
    >
      <div className="rig-file">
        {kept.length === 0 ? null : (
          <p>
            <label htmlFor={`${id}-kept`}>{text.mappingKept}</label>{' '}
            <select
              id={`${id}-kept`}
              value={kept.some((one) => one.name === mapping.name) ? mapping.name : ''}
              onChange={(event) => {
                const chosen = kept.find((one) => one.name === event.target.value);
                if (chosen !== undefined) setMapping(chosen);
              }}
            >
              <option value="" />
              {kept.map((one) => (
                <option key={one.name} value={one.name}>
                  {one.name}
                </option>
              ))}
            </select>
          </p>
        )}
        <p>
          <label htmlFor={`${id}-serial`}>{text.mappingSerial}</label>{' '}
          <select id={`${id}-serial`} value={mapping.serial} onChange={(event) => setMapping({ ...mapping, serial: event.target.value })}>
            <option value="" />
            {heads.map((head, index) => (
              <option key={`${index} ${head}`} value={head}>
                {head}
              </option>
            ))}
          </select>
        </p>
        <Scroll label={text.mapping}>
          <table className="grid">
            <caption className="unseen">{text.mapping}</caption>
            <thead>
              <tr>
                <th scope="col">{text.mappingHead}</th>
                <th scope="col">{text.mappingFirst}</th>
                <th scope="col">{text.mappingReading}</th>
              </tr>
            </thead>
            <tbody>
              {heads.map((head, index) =>
                head === mapping.serial ? null : (
                  <tr key={`${index} ${head}`}>
                    <td>{head}</td>
                    <td className="soft">{table.lines[0]?.cells[index]}</td>
                    <td>
                      <select
                        aria-label={fill(text.mappingOf, { head })}
                        value={mapping.columns[head] ?? ''}
                        onChange={(event) => map(head, event.target.value)}
                      >
                        <option value="">{text.mappingNone}</option>
                        {columns.map((column) => (
                          <option key={column.path} value={column.path}>
                            {nameOf(column)}
                          </option>
                        ))}
                      </select>
                      {found.issues.has(head) ? <p className="issue">✗ {say(found.issues.get(head) ?? ['', ''])}</p> : null}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </Scroll>
        {found.refused.length === 0 ? null : (
          <section className="refused" aria-label={text.fileRefused}>
            <h3>{fill(text.fileRefusedCount, { n: found.refused.length })}</h3>
            <ul>
              {found.refused.slice(0, 100).map(({ line, text: why }) => (
                <li key={`${line} ${why[0]}`}>{fill(text.fileLine, { n: line, why: say(why) })}</li>
              ))}
            </ul>
          </section>
        )}
        <p>
          <label htmlFor={`${id}-name`}>{text.mappingName}</label>{' '}
          <input
            id={`${id}-name`}
            value={mapping.name}
            maxLength={40}
            onChange={(event) => setMapping({ ...mapping, name: event.target.value })}
          />
        </p>
      </div>
    </Dialog>
  );
}
