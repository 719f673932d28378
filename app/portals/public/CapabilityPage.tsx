import type { ReactElement } from 'react';
import { useTexts } from '../../web/language.ts';
import { useAnswer, type Capability, type Cell, type Counts } from './answers.ts';
import { capabilityStates, isCapabilityState } from './capability-states.ts';
import { StatusTag } from '../../web/kit/StatusTag.tsx';
import { Scroll } from '../../web/kit/Scroll.tsx';
import { go, usePlace } from './place.ts';
import { Reading } from './Reading.tsx';
import { texts } from './text.ts';
import { useTitle } from './title.ts';

const lists = ['basic', 'enhanced'] as const;

/** Both lists of the annex as a matrix, what is printed beside what is so today. */
export function CapabilityPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.whereTitle);
  const { query } = usePlace();
  const list = query.get('list') === 'enhanced' ? 'enhanced' : 'basic';
  const answer = useAnswer<Capability>(`/api/public/capability?list=${list}`);
  return (
    <>
      <h1>{text.whereTitle}</h1>
      <p className="soft">{text.matrixNote}</p>
      <div className="choice" role="group" aria-label={text.list}>
        {lists.map((one) => (
          <button
            type="button"
            key={one}
            className={one === list ? '' : 'second'}
            aria-pressed={one === list}
            onClick={() => go(`/plan/capability?list=${one}`)}
          >
            {text[one]}
          </button>
        ))}
      </div>
      <Reading answer={answer}>
        {(capability) => (
          <>
            <Matrix capability={capability} />
            <Totals capability={capability} />
          </>
        )}
      </Reading>
    </>
  );
}

function Matrix({ capability: { items, counties } }: { capability: Capability }): ReactElement {
  const text = useTexts(texts);
  return (
    <div className="scroll framed" role="region" aria-label={text.whereTitle} tabIndex={0}>
      <table className="grid matrix">
        <thead>
          <tr>
            <th scope="col">{text.item}</th>
            {counties.map((county) => (
              <th scope="col" key={county.code} lang="zh-CN">
                {county.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row" lang="zh-CN">
                {item.name}
              </th>
              {counties.map((county) => (
                <td key={county.code}>
                  <CellWords cell={county.cells.find((cell) => cell.item === item.id)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellWords({ cell }: { cell: Cell | undefined }): ReactElement | null {
  const text = useTexts(texts);
  if (cell === undefined) return null;
  return (
    <>
      <span className={`printed ${cell.printed}`}>{cell.printed === 'done' ? `✓ ${text.printedDone}` : `○ ${text.printedOpen}`}</span>
      {cell.state === null || !isCapabilityState(cell.state) ? (
        <span className="soft today">{text.notPublished}</span>
      ) : (
        <span className="today" title={cell.since === null ? undefined : `${text.since} ${cell.since}`}>
          <StatusTag states={capabilityStates} state={cell.state} />
        </span>
      )}
    </>
  );
}

function Totals({ capability: { counties, city, printedTotal } }: { capability: Capability }): ReactElement {
  const text = useTexts(texts);
  const rows: readonly { name: string; printed: Counts }[] = [{ name: text.cityRow, printed: city.printed }, ...counties];
  return (
    <Scroll label={text.printed} className="totals">
      <table className="grid">
        <caption>{text.printed}</caption>
        <thead>
          <tr>
            <th scope="col">{text.county}</th>
            {[text.required, text.done, text.open].map((words) => (
              <th scope="col" className="number" key={words}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {[row.printed.required, row.printed.done, row.printed.open].map((count, column) => (
                <td className="number" key={[text.required, text.done, text.open][column]}>
                  {count ?? text.blank}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{text.totalRow}</th>
            <td className="number" colSpan={3}>
              {printedTotal.map((figure) => (figure === null || figure === '' ? `（${text.blank}）` : String(figure))).join(' │ ')}
            </td>
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}
