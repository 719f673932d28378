import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Figure } from '../../../web/kit/Figure.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { regulationNumber } from '../../qualification/web/regulation-words.ts';
import { recordTrace } from '../../../web/kit/TraceRibbon.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { capabilityEndpoints, type EffectiveCell, type EffectiveMatrix, type Matrix } from '../contract.ts';
import { preconditions, shortfalls } from '../rules/effective.ts';
import { effectiveTexts } from './effective-text.ts';
import { effectiveTones } from './states.ts';
import { texts } from './text.ts';

type Reason = EffectiveCell['reasons'][number];

const pages: Readonly<Record<Reason['record']['kind'], string>> = {
  designation: '/desk/designations',
  catalogue: '/desk/procedures',
  qualification: '/desk/qualifications',
  'measurement-standard': '/desk/measurement-standards',
  standard: '/desk/standards',
};
const addressOfRecord = ({ kind, id }: Reason['record']): string => (id === null ? pages[kind] : `${pages[kind]}/${id}`);

/** Why a cell is not effective: each reason leads to the record that has to be mended. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }): ReactElement {
  const say = useSay();
  return (
    <ul className="effective-reasons">
      {reasons.map((reason) => (
        <li key={`${reason.reason} ${reason.kind.id} ${reason.record.id}`}>
          <a href={addressOfRecord(reason.record)}>{say(shortfalls[reason.reason])}</a>{' '}
          <span className="soft">
            {[
              say(reason.kind.name),
              reason.record.kind === 'catalogue' && reason.record.id !== null ? regulationNumber(reason.record.id) : reason.record.name,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const marks = { effective: '●', ineffective: '▲', unrecorded: '○', 'not-in-use': '—' } as const;

function Cells({ matrix, effective }: { matrix: Matrix; effective: EffectiveMatrix }): ReactElement {
  const text = useTexts(texts);
  const words = useTexts(effectiveTexts);
  const say = useSay();
  const find = (region: string, item: string) => effective.cells.find((cell) => cell.region === region && cell.item === item);
  return (
    <Scroll label={words.effective}>
      <table className="grid matrix">
        <caption className="unseen">{words.effective}</caption>
        <thead>
          <tr>
            <th scope="col">{text.county}</th>
            {matrix.items.map((item) => (
              <th scope="col" key={item.id} className="item" title={say(item.name)}>
                <span>{item.mark}</span>
                <small>{say(item.name)}</small>
              </th>
            ))}
            <th scope="col" className="number">
              {text.inPlace}
            </th>
            <th scope="col" className="number">
              {words.effectiveToday}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.counties.map((county) => (
            <tr key={county.code}>
              <th scope="row">{say(county.name)}</th>
              {matrix.items.map((item) => {
                const cell = find(county.code, item.id);
                if (cell === undefined) return <td key={item.id} />;
                const said = [
                  say(county.name),
                  say(item.name),
                  say(effectiveTones[cell.state].text),
                  ...cell.reasons.map(({ reason }) => say(shortfalls[reason])),
                  ...(cell.falls === null ? [] : [fill(words.falls, { day: cell.falls.day })]),
                ].join('，');
                return (
                  <td key={item.id} className="cell">
                    <a
                      href={`/desk/capability/${county.code}/${item.id}`}
                      className={`matrix-cell effective-${cell.state}`}
                      title={said}
                      aria-label={said}
                    >
                      <span aria-hidden="true">{marks[cell.state]}</span>
                      {cell.falls === null ? null : <i className="pending" aria-hidden="true" />}
                    </a>
                  </td>
                );
              })}
              <td className="number">{county.effective.done}</td>
              <td className="number">
                {effective.cells.filter((cell) => cell.region === county.code && cell.state === 'effective').length}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Falls({ matrix, effective }: { matrix: Matrix; effective: EffectiveMatrix }): ReactElement {
  const words = useTexts(effectiveTexts);
  const say = useSay();
  const nameOf = (cell: EffectiveCell): string => {
    const county = matrix.counties.find(({ code }) => code === cell.region)?.name;
    const item = matrix.items.find(({ id }) => id === cell.item)?.name;
    return `${county === undefined ? cell.region : say(county)} ${item === undefined ? cell.item : say(item)}`;
  };
  const falling = effective.cells
    .flatMap((cell) => (cell.falls === null ? [] : [{ cell, falls: cell.falls }]))
    .sort((one, other) => (one.falls.day < other.falls.day ? -1 : 1))
    .slice(0, 20);
  return (
    <div className="columns">
      <section className="sheet spaced">
        <h2>{words.soonest}</h2>
        {falling.length === 0 ? <p className="soft">{words.nothingFalls}</p> : null}
        <ol className="cell-history">
          {falling.map(({ cell, falls }) => (
            <li key={`${cell.region} ${cell.item}`}>
              <a href={`/desk/capability/${cell.region}/${cell.item}`}>{nameOf(cell)}</a> {fill(words.falls, { day: falls.day })}
              <Reasons reasons={falls.reasons} />
            </li>
          ))}
        </ol>
      </section>
      <section className="sheet spaced">
        <h2>{words.forecast}</h2>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col" className="number">
                {words.cells}
              </th>
            </tr>
          </thead>
          <tbody>
            {effective.forecast.map((step) => (
              <tr key={step.day}>
                <td>{step.day}</td>
                <td className="number">{step.effective}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

type At = { readonly list: string; readonly asOf?: string; readonly knownAt?: string };

/** The matrix as it is effective on the day, beside how many are in place: what falls first, and the course if nothing is done. */
export function EffectiveView({ matrix, at }: { matrix: Matrix; at: At }): ReactElement {
  const words = useTexts(effectiveTexts);
  const text = useTexts(texts);
  const query = useEndpoint(capabilityEndpoints.readEffectiveMatrix, { query: at });
  return (
    <Answer query={query} rows={12}>
      {(effective) => {
        const { totals } = effective;
        const basis = fill(words.basis, totals);
        return (
          <div className="stack">
            <div className="sheet spaced">
              <Figure
                label={words.effectiveToday}
                value={totals.effective}
                unit={text.cells}
                target={matrix.effectiveTotal.required}
                asOf={effective.asOf}
                basis={basis}
                size="key"
                stages={recordTrace}
                trace={
                  totals.effective === 0
                    ? []
                    : [
                        { stage: 'record', note: basis },
                        { stage: 'figure', note: text.live },
                      ]
                }
              />
              <p className="soft">{words.lead}</p>
              <p className="soft">{words.unrecordedNote}</p>
            </div>
            <Cells matrix={matrix} effective={effective} />
            <ul className="matrix-legend" aria-label={text.legend}>
              {(['effective', 'ineffective', 'unrecorded', 'not-in-use'] as const).map((state) => (
                <li key={state}>
                  <StatusTag states={effectiveTones} state={state} />
                </li>
              ))}
            </ul>
            <Falls matrix={matrix} effective={effective} />
          </div>
        );
      }}
    </Answer>
  );
}

/** Beside the nominal state of one cell: whether it is effective, what it lacks, until when each precondition holds. */
export function CellEffect({ region, item, at }: { region: string; item: string; at: Omit<At, 'list'> }): ReactElement {
  const words = useTexts(effectiveTexts);
  const say = useSay();
  const query = useEndpoint(capabilityEndpoints.readCellEffect, { params: { region, item }, query: at });
  return (
    <Answer query={query} rows={3}>
      {(cell) => (
        <section className="sheet spaced">
          <h2>{words.effective}</h2>
          <div className="cell-head">
            <StatusTag states={effectiveTones} state={cell.state} />
            {cell.state !== 'effective' ? null : (
              <span>{cell.falls === null ? words.noFall : fill(words.falls, { day: cell.falls.day })}</span>
            )}
          </div>
          {cell.state === 'unrecorded' ? <p className="soft">{words.unrecordedNote}</p> : null}
          {cell.reasons.length === 0 ? null : (
            <>
              <h3>{words.why}</h3>
              <Reasons reasons={cell.reasons} />
            </>
          )}
          {cell.falls === null ? null : (
            <>
              <h3>{words.whenFalls}</h3>
              <Reasons reasons={cell.falls.reasons} />
            </>
          )}
          {cell.ends.length === 0 ? null : (
            <table className="grid">
              <caption>{words.ends}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.precondition}</th>
                  <th scope="col">{words.endDay}</th>
                </tr>
              </thead>
              <tbody>
                {cell.ends.map(({ precondition, day }) => (
                  <tr key={precondition}>
                    <td>{say(preconditions[precondition])}</td>
                    <td>{day}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {cell.state === 'effective' || cell.state === 'ineffective' ? (
            <dl className="facts">
              <div>
                <dt>{words.scope}</dt>
                <dd>
                  {cell.kinds
                    .filter(({ inScope }) => inScope)
                    .map(({ name }) => say(name))
                    .join('、') || '—'}
                </dd>
              </div>
              <div>
                <dt>{words.outOfScope}</dt>
                <dd>
                  {cell.kinds
                    .filter(({ inScope }) => !inScope)
                    .map(({ name }) => say(name))
                    .join('、') || '—'}
                </dd>
              </div>
            </dl>
          ) : null}
        </section>
      )}
    </Answer>
  );
}
