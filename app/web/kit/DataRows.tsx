import { Checkbox } from 'antd';
import { Scroll } from './Scroll.tsx';
import type { ReactElement, ReactNode } from 'react';
import type { Text } from '../../kernel/text.ts';
import { useSay, useTexts } from '../language.ts';
import { texts } from './text.ts';

export type Column<Item> = {
  readonly key: string;
  readonly title: Text;
  /** The first column is the thing's name and a link. Undefined or null is left blank. */
  readonly show: (item: Item) => ReactNode;
  /** Right-aligned figures. */
  readonly number?: boolean;
  readonly narrow?: boolean;
};

type Choice = { readonly chosen: ReadonlySet<string>; readonly onChoose: (chosen: ReadonlySet<string>) => void };

type Props<Item> = {
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => string;
  readonly caption: Text;
  /** Boxes to choose rows with; none when left out. */
  readonly choice?: Choice | undefined;
};

/** The rows of a list, as cards on a phone. */
export function DataRows<Item>({ items, columns, rowKey, caption, choice }: Props<Item>): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const all = items.map(rowKey);
  const { chosen, onChoose } = choice ?? { chosen: new Set<string>(), onChoose: () => {} };
  const toggle = (key: string): void => onChoose(new Set(chosen.has(key) ? [...chosen].filter((one) => one !== key) : [...chosen, key]));
  const classOf = (column: Column<Item>): string => `${column.number === true ? 'number ' : ''}${column.narrow === true ? 'narrow' : ''}`;
  return (
    <Scroll label={say(caption)}>
      <table className="grid cards">
        <caption className="unseen">{say(caption)}</caption>
        <thead>
          <tr>
            {choice === undefined ? null : (
              <th scope="col" className="check">
                <Checkbox
                  aria-label={text.chooseAll}
                  checked={chosen.size === all.length}
                  indeterminate={chosen.size > 0 && chosen.size < all.length}
                  onChange={(event) => onChoose(new Set(event.target.checked ? all : []))}
                />
              </th>
            )}
            {columns.map((column) => (
              <th scope="col" key={column.key} className={classOf(column)}>
                {say(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={rowKey(item)}>
              {choice === undefined ? null : (
                <td className="check">
                  <Checkbox aria-label={text.choose} checked={chosen.has(rowKey(item))} onChange={() => toggle(rowKey(item))} />
                </td>
              )}
              {columns.map((column, index) => {
                const shown = column.show(item);
                const blank = shown === undefined || shown === null || shown === '' ? 'blank ' : '';
                return (
                  <td key={column.key} data-label={say(column.title)} className={`${blank}${index === 0 ? 'lead ' : ''}${classOf(column)}`}>
                    {shown}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
