import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { impactEndpoints } from '../contract/impact.ts';
import { unknownReasons } from '../rules/impact-curve.ts';
import { checkWords } from '../rules/impact-check-words.ts';
import { triageTags } from './impact-states.ts';
import { texts } from './impact-text.ts';
import './traceability.css';

type Details = ReplyOf<typeof impactEndpoints.readImpact>;
type Check = Details['checks'][number];

function CheckName({ kind, check }: { kind: string; check: string }): ReactElement {
  return <>{useSay()(checkWords(kind, check))}</>;
}

const columnsOf = (kind: string): readonly Column<Check>[] => [
  { key: 'check', title: ['项', 'Check'], show: (one) => <CheckName kind={kind} check={`${one.check} ${one.symbol}`} /> },
  { key: 'value', title: ['记录值', 'As recorded'], narrow: true, show: (one) => <span className="number">{one.value}</span> },
  { key: 'shift', title: ['修正', 'Shift'], narrow: true, show: (one) => <span className="number">{one.shift}</span> },
  { key: 'after', title: ['修正后', 'Put right'], narrow: true, show: (one) => <span className="number">{one.after}</span> },
  { key: 'guard', title: ['保护带', 'Guard band'], narrow: true, show: (one) => <span className="number">{one.guard}</span> },
  {
    key: 'limit',
    title: ['限值', 'Limit'],
    narrow: true,
    show: (one) => `${one.lower === null ? '' : `${one.lower} … `}${one.limit} ${one.unit}`,
  },
  {
    key: 'parts',
    title: ['来自哪一点的误差（系数 × 误差）', 'From which point (coefficient × error)'],
    show: (one) => one.parts.map(({ at, error, coefficient }) => `${coefficient} × ${error} @ ${at}`).join('; '),
  },
  { key: 'triage', title: ['分级', 'Class'], narrow: true, show: (one) => <StatusTag states={triageTags} state={one.triage} /> },
];

/** One certificate opened down to each check, with the numbers and the path of the error. */
export function ImpactCertificate(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = usePathParam('id') as never;
  const certificate = usePathParam('certificate') as never;
  const query = useEndpoint(impactEndpoints.readImpact, { params: { id, certificate } });
  return (
    <Answer query={query}>
      {(one) => (
        <>
          <PageHead
            title={one.number}
            state={
              <>
                <StatusTag states={triageTags} state={one.triage} />
                {one.wronglyFailed ? ` ${text.wronglyFailed}` : ''}
              </>
            }
            lead={`${one.holder.name} · ${one.instrument.model} ${one.instrument.serial} · ${one.testedOn}`}
            actions={<Button href={`/desk/findings/${String(id)}`}>{text.back}</Button>}
          />
          <div className="stack">
            <section className="sheet spaced">
              <h2>{text.path}</h2>
              <ol className="impact-paths">
                {one.paths.map((path) => (
                  <li key={path.map(({ standard, calibration }) => `${standard.id} ${calibration?.number ?? ''}`).join('>')}>
                    {path
                      .map(
                        ({ standard, calibration }) =>
                          `${standard.name} ${standard.number}${calibration === null ? `（${text.failed}）` : `（${fill(text.by, { number: calibration.number })}）`}`,
                      )
                      .join(' → ')}{' '}
                    → {one.number}
                  </li>
                ))}
              </ol>
              <p>
                <a href={`/desk/certificates/${one.number}`}>{text.certificatePage}</a>
              </p>
            </section>
            <section className="sheet spaced">
              <h2>{text.checks}</h2>
              <DataRows
                items={one.checks}
                columns={columnsOf(one.instrument.kind)}
                rowKey={(check) => `${check.check} ${check.symbol}`}
                caption={['逐项', 'Checks']}
              />
              <p className="soft">{fill(text.unaffected, { n: one.unaffected })}</p>
            </section>
            {one.unknown.length === 0 ? null : (
              <section className="sheet spaced">
                <h2>{text.unknown}</h2>
                <ul>
                  {one.unknown.map(({ check, symbol, reason, words }) => (
                    <li key={`${check} ${symbol} ${reason}`}>
                      {say(checkWords(one.instrument.kind, `${check} ${symbol}`))}: {words ?? say(unknownReasons[reason])}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </>
      )}
    </Answer>
  );
}
