import type { Procedure } from '@tongheng/procedures/calculation';
import { useId, useMemo, useRef, useState, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { useDeviceValue } from '../../../web/device.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import type { RigColumn } from '../rules/rig-sheet.ts';
import { parseBlock } from '../rules/sheet.ts';
import type { CellActions } from './CellInput.tsx';
import { onGridCopy, onGridKey, onGridMouse } from './grid-keys.ts';
import { unitOf } from './GroupTable.tsx';
import { hasFinger, NumberPad } from './NumberPad.tsx';
import { useNearRows } from './near-rows.ts';
import { RigCount, RigMargin } from './RigFoot.tsx';
import { rigPlace, RigRow } from './RigRow.tsx';
import type { RigStore, RigWriting } from './rig-store.ts';
import { texts } from './text.ts';
import './bench.css';
import './grid.css';
import './rig.css';

type Props = {
  readonly procedure: Procedure;
  readonly store: RigStore;
  readonly columns: readonly RigColumn[];
  readonly unit: string;
  readonly hrefOf?: (id: string) => string;
  readonly refusals?: ReadonlyMap<string, string>;
  readonly onSubmit?: () => void;
  readonly tools?: ReactNode;
};

/**
 * Repeated readings of many instruments in one sheet: an instrument on each row, the procedure's readings in the columns. Enter goes down;
 * blocks are pasted over rows and columns. It knows neither network nor server.
 */
export function RigSheet({ procedure, store, columns, unit, hrefOf, refusals, onSubmit, tools }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const messageId = useId();
  const [isDown, setDown] = useDeviceValue('rig.enterDown', true);
  const [hasPad, setPad] = useState(hasFinger);
  const [place, setPlace] = useState<string>();
  const scroll = useRef<HTMLDivElement>(null);
  useNearRows(scroll, store, columns);
  const actions = useMemo((): CellActions => {
    const find = (path: string) => columns.findIndex((column) => column.path === path);
    return {
      write(at, written) {
        const { row, path } = rigPlace(at);
        const column = columns[find(path)];
        if (column !== undefined) store.write([{ row, column, text: written }], at);
      },
      paste(at, pasted) {
        const { row, path } = rigPlace(at);
        const first = find(path);
        const writings = parseBlock(pasted).flatMap((line, down) =>
          line.flatMap((cell, right): RigWriting[] => {
            const column = columns[first + right];
            return column === undefined || row + down >= store.length ? [] : [{ row: row + down, column, text: cell }];
          }),
        );
        store.write(writings);
      },
      focus: setPlace,
    };
  }, [store, columns]);
  const commands = {
    isDown,
    submit: () => onSubmit?.(),
    undo: store.undo,
    redo: store.redo,
    clear: (paths: readonly string[]) =>
      store.write(
        paths.flatMap((at): RigWriting[] => {
          const { row, path } = rigPlace(at);
          const column = columns.find((one) => one.path === path);
          return column === undefined ? [] : [{ row, column, text: '' }];
        }),
      ),
  };
  return (
    <div
      className={hasPad && place !== undefined ? 'rig padded' : 'rig'}
      onKeyDown={(event) => onGridKey(event, commands)}
      onMouseDown={onGridMouse}
      onCopy={(event) => onGridCopy(event)}
      onCut={(event) => onGridCopy(event, commands.clear)}
    >
      <div
        ref={scroll}
        className="rig-scroll"
        onScroll={({ currentTarget }) => {
          currentTarget.dataset['scrolled'] = String(currentTarget.scrollLeft > 0);
          currentTarget.style.setProperty('--rig-scrolled', `${currentTarget.scrollLeft}px`);
        }}
      >
        <div
          role="table"
          aria-label={text.rigCaption}
          aria-rowcount={store.length + 1}
          className="rig-table"
          style={{ '--rig-readings': columns.length } as CSSProperties}
        >
          <div role="row" className="line head">
            <div role="columnheader" className="serial">
              {text.serial}
            </div>
            <div role="columnheader" className="verdict">
              {text.verdict}
            </div>
            <div role="columnheader" className="whole-record">
              {text.conclusion}
            </div>
            {columns.map((column) => (
              <div role="columnheader" key={column.path} title={say(column.field.help)}>
                <Heading column={column} unit={unit} />
              </div>
            ))}
          </div>
          {store.rows().map(({ record }, row) => (
            <RigRow
              key={record.id}
              store={store}
              row={row}
              columns={columns}
              actions={actions}
              messageId={messageId}
              hasPad={hasPad}
              href={hrefOf?.(record.id) ?? null}
              refusal={refusals?.get(record.id)}
            />
          ))}
        </div>
      </div>
      <div className="rig-foot no-print">
        <RigMargin id={messageId} procedure={procedure} store={store} place={place} columns={columns} />
        <RigCount store={store}>
          {tools}
          <label>
            <input type="checkbox" checked={isDown} onChange={(event) => setDown(event.target.checked)} /> {text.enterDown}
          </label>
        </RigCount>
      </div>
      {hasPad && place !== undefined ? (
        <NumberPad onKeyboard={() => setPad(false)}>
          <RigMargin procedure={procedure} store={store} place={place} columns={columns} />
        </NumberPad>
      ) : null}
    </div>
  );
}

/** What stands over a column: the block, what the procedure gives there, the reading and its unit. */
function Heading({ column, unit }: { column: RigColumn; unit: string }): ReactElement {
  const say = useSay();
  const { field, given, cell, group } = column;
  return (
    <>
      <span className="block-name">
        {say(group.title)}
        {cell.row === null ? '' : ` ${cell.row + 1}`}
      </span>
      {given.map(({ field: of, text: value }) => {
        const choice = of.choices?.find((one) => one.value === value);
        return (
          <span key={of.id} className="given">
            <i>{of.symbol ?? say(of.label)}</i> {choice === undefined ? value : say(choice.label)} {unitOf(of, unit)}
          </span>
        );
      })}
      <span>
        {field.symbol === undefined ? say(field.label) : <i title={say(field.label)}>{field.symbol}</i>}{' '}
        <span className="soft">{unitOf(field, unit)}</span>
      </span>
    </>
  );
}
