import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { annexItems } from '../../../register/catalogue/rules/annex.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { requestEndpoints } from '../contract.ts';
import { readinessTexts } from './readiness-text.ts';
import { itemReadinessTable, readinessTable } from './states.ts';
import './request.css';

type Details = ReplyOf<typeof requestEndpoints.readVerifiableItems>;
type Kind = Details['others'][number];

/** Which of the 22 items an institute can verify today, and for each kind of instrument what is missing. */
export function ReadinessPage(): ReactElement {
  const text = useTexts(readinessTexts);
  const [search, setSearch] = useSearchState();
  const asked = typeof search['institute'] === 'string' ? search['institute'] : undefined;
  const query = useEndpoint(requestEndpoints.readVerifiableItems, { query: asked === undefined ? {} : { institute: asked as never } });
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Answer query={query} rows={12}>
        {(details) => (
          <div className="stack">
            {details.institutes.length < 2 && details.institute !== null ? null : (
              <div className="field institute-choice no-print">
                <label htmlFor="readiness-institute">{text.institute}</label>
                <Select
                  id="readiness-institute"
                  value={details.institute?.id ?? null}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={details.institutes.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(institute: string) => setSearch({ institute })}
                />
              </div>
            )}
            {details.institute === null ? <Empty title={text.chooseInstitute} /> : <Table details={details} />}
          </div>
        )}
      </Answer>
    </>
  );
}

function Table({ details }: { details: Details }): ReactElement {
  const text = useTexts(readinessTexts);
  const say = useSay();
  const count = (readiness: Details['items'][number]['readiness']): number =>
    details.items.filter((item) => item.readiness === readiness).length;
  return (
    <>
      <p>
        <b>{details.institute?.name}</b>{' '}
        {fill(text.summary, { day: details.day, all: count('all'), some: count('some'), none: count('none') })}
      </p>
      <Scroll label={text.title}>
        <table className="grid cards readiness">
          <caption className="unseen">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.item}</th>
              <th scope="col">{text.state}</th>
              <Heads />
            </tr>
          </thead>
          <tbody>
            {details.items.map(({ item, readiness, kinds }) =>
              kinds.map((kind, index) => (
                <tr key={`${item} ${kind.kind}`} className={index === 0 ? 'first-of-item' : undefined}>
                  <td className="lead">
                    {index === 0 ? (
                      <>
                        <span className="annex-number">{item}</span> {say(annexItems[item])}
                      </>
                    ) : (
                      <span className="annex-number soft">{item}</span>
                    )}
                  </td>
                  <td data-label={text.state} className={index === 0 ? undefined : 'blank'}>
                    {index === 0 ? <StatusTag states={itemReadinessTable} state={readiness} /> : null}
                  </td>
                  <Cells kind={kind} />
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scroll>
      <h2>{text.others}</h2>
      <Scroll label={text.others}>
        <table className="grid cards readiness">
          <caption className="unseen">{text.others}</caption>
          <thead>
            <tr>
              <Heads />
            </tr>
          </thead>
          <tbody>
            {details.others.map((kind) => (
              <tr key={kind.kind}>
                <Cells kind={kind} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Heads(): ReactElement {
  const text = useTexts(readinessTexts);
  return (
    <>
      <th scope="col">{text.kind}</th>
      <th scope="col">{text.procedure}</th>
      <th scope="col">{text.missing}</th>
      <th scope="col">{text.regions}</th>
    </>
  );
}

function Cells({ kind: { kind, edition, readiness, regions } }: { kind: Kind }): ReactElement {
  const text = useTexts(readinessTexts);
  const say = useSay();
  const regionName = useRegionName();
  return (
    <>
      <td data-label={text.kind}>{say(instrumentKinds[kind].text)}</td>
      <td data-label={text.procedure}>
        {edition === null ? null : (
          <>
            <a href={`/desk/procedures/${edition.id}`}>{edition.number}</a>
            {edition.to === null ? null : <div className="soft">{fill(text.until, { day: edition.to })}</div>}
          </>
        )}
      </td>
      <td data-label={text.missing}>
        <StatusTag states={readinessTable} state={readiness} />
        {edition === null || edition.openCount === 0 || readiness === 'verifiable' || readiness === 'not-designated' ? null : (
          <div className="soft">{fill(text.openLimits, { n: edition.openCount })}</div>
        )}
      </td>
      <td data-label={text.regions} className={regions.length === 0 ? 'blank' : undefined}>
        {regions.map(regionName).join('、')}
      </td>
    </>
  );
}
