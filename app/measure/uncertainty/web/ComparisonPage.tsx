import type { ReactElement } from 'react';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { uncertaintyEndpoints, type Version } from '../contract.ts';
import { differencesOf } from '../rules/comparison.ts';
import { printResult, printSignificant } from '../rules/print-number.ts';
import { versionTags } from './states.ts';
import { texts } from './text.ts';
import { PlainNumber } from './view/PlainNumber.tsx';
import './uncertainty.css';

const numberOf = (asked: string | readonly string[] | undefined, fallback: number): number =>
  typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : fallback;

/** Two versions of one evaluation side by side: what was changed in the model, and what it did to the results. */
export function ComparisonPage(): ReactElement {
  const id = usePathParam('id') as Version['evaluation']['id'];
  const [search, setSearch] = useSearchState();
  const text = useTexts(texts);
  const query = useEndpoint(uncertaintyEndpoints.readUncertainty, { params: { id } });
  return (
    <Answer query={query}>
      {(evaluation) => {
        const latest = evaluation.latest.number;
        const [from, to] = [numberOf(search['from'], Math.max(1, latest - 1)), numberOf(search['to'], latest)];
        const chooser = (name: 'from' | 'to', chosen: number): ReactElement => (
          <label>
            {text[name]}{' '}
            <select value={chosen} onChange={(event) => setSearch({ [name]: event.target.value })}>
              {evaluation.versions.map((version) => (
                <option key={version.number} value={version.number}>
                  {fill(text.version, { n: version.number })}
                </option>
              ))}
            </select>
          </label>
        );
        return (
          <>
            <PageHead
              title={text.compare}
              lead={
                <span className="evaluation-lead">
                  <a href={`/desk/uncertainty/evaluations/${id}`}>{evaluation.code}</a> {evaluation.title}
                </span>
              }
            />
            <div className="version-choice no-print">
              {chooser('from', from)}
              {chooser('to', to)}
            </div>
            <Both id={id} from={from} to={to} />
          </>
        );
      }}
    </Answer>
  );
}

function Both({ id, from, to }: { id: Version['evaluation']['id']; from: number; to: number }): ReactElement {
  const before = useEndpoint(uncertaintyEndpoints.readUncertaintyVersion, { params: { id, number: from } });
  const after = useEndpoint(uncertaintyEndpoints.readUncertaintyVersion, { params: { id, number: to } });
  return (
    <Answer query={before}>{(earlier) => <Answer query={after}>{(later) => <Comparison before={earlier} after={later} />}</Answer>}</Answer>
  );
}

function Comparison({ before, after }: { before: Version; after: Version }): ReactElement {
  const text = useTexts(texts);
  const differences = differencesOf(before.model, after.model);
  const names = [...new Set([...before.results, ...after.results].map(({ name }) => name))];
  const both = [before, after] as const;
  const heads = (
    <>
      {both.map((version, index) => (
        <th scope="col" key={index === 0 ? 'before' : 'after'}>
          <a href={`/desk/uncertainty/evaluations/${version.evaluation.id}/versions/${version.number}`}>
            {fill(text.before, { n: version.number })}
          </a>{' '}
          <StatusTag states={versionTags} state={version.state} />
        </th>
      ))}
    </>
  );
  return (
    <div className="stack">
      <section>
        <h2>{text.resultChanges}</h2>
        <Scroll label={text.resultChanges}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{text.result}</th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {names.map((name) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {both.map((version, index) => {
                    const result = version.results.find((one) => one.name === name);
                    if (result === undefined) return <td key={index === 0 ? 'before' : 'after'}>{text.absent}</td>;
                    const { value, uncertainty } = printResult(result.value, result.U ?? result.u);
                    return (
                      <td key={index === 0 ? 'before' : 'after'}>
                        <PlainNumber
                          text={`${value}, U = ${uncertainty} (k = ${result.k === null ? '–' : printSignificant(result.k, 3)})`}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
      <section>
        <h2>{text.modelChanges}</h2>
        {differences.length === 0 ? (
          <p className="sheet">{text.noChanges}</p>
        ) : (
          <Scroll label={text.modelChanges}>
            <table className="grid changes">
              <thead>
                <tr>
                  <th scope="col">{text.place}</th>
                  {heads}
                </tr>
              </thead>
              <tbody>
                {differences.map((difference) => (
                  <tr key={difference.place}>
                    <th scope="row">{difference.place}</th>
                    <td className="gone">{difference.before ?? text.absent}</td>
                    <td className="come">{difference.after ?? text.absent}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </section>
    </div>
  );
}
