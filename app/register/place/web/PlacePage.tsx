import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { instrumentKinds, type InstrumentKind } from '../../catalogue/rules/kinds.ts';
import { useRegionName } from '../../organization/web/regions.ts';
import { placeEndpoints } from '../contract.ts';
import { placeKinds, type PlaceAction } from '../rules.ts';
import { comparedField, useDescriptionFields } from './fields.tsx';
import { placeTags } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof placeEndpoints.readPlace>;

/** One place: where it is, who runs it, what stands there, and everything that was changed. */
export function PlacePage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(placeEndpoints.readPlace, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [dialog, setDialog] = useState<PlaceAction>();
  const close = (): void => setDialog(undefined);
  return (
    <>
      <PageHead
        title={details.name}
        state={<StatusTag states={placeTags} state={details.state} />}
        lead={`${say(placeKinds[details.kind])}${details.demonstration ? ` · ${text.demonstration}` : ''}`}
        actions={
          <>
            {details.allowed.includes('correct') ? <Button onClick={() => setDialog('correct')}>{text.correct}</Button> : null}
            {details.allowed.includes('close') ? <Button onClick={() => setDialog('close')}>{text.close}</Button> : null}
            <Button href="/desk/places">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          {details.state === 'closed' && details.instruments > 0 ? (
            <p className="sheet tone-attention" role="status">
              {fill(text.stillThere, { n: details.instruments })}
            </p>
          ) : null}
          <Standing details={details} />
          <Facts details={details} />
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
      {dialog === 'correct' ? <CorrectDialog details={details} onClose={close} /> : null}
      {dialog === 'close' ? <CloseDialog details={details} onClose={close} /> : null}
    </>
  );
}

function Facts({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const regionName = useRegionName();
  const where = [regionName(details.region), details.township?.name, details.village?.name].filter((part) => part !== undefined).join(' ');
  const facts: readonly (readonly [string, string])[] = [
    [text.where, where],
    [text.address, details.address === '' ? text.notRecorded : details.address],
    [text.coordinates, details.longitude === null ? text.notRecorded : `${details.longitude}, ${details.latitude}`],
    [text.operator, details.organization?.name ?? text.notRecorded],
    [text.opened, details.openedOn ?? text.notRecorded],
    ...(details.closedOn === null ? [] : [[text.closed, details.closedOn] as const]),
    [text.registrar, details.registrar],
  ];
  return (
    <section className="sheet">
      <h2>{text.details}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Standing({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const list = (kind: string, more = ''): string => `/desk/instruments?placeId=${details.id}&kind=${kind}${more}`;
  const columns = [
    [text.inLedger, 'inLedger', ''],
    [text.neverVerified, 'neverVerified', '&standing=never-verified'],
    [text.failed, 'failed', '&standing=failed'],
    [text.overdue, 'overdue', '&standing=overdue'],
  ] as const;
  return (
    <section className="sheet">
      <h2>{text.standing}</h2>
      {details.standing.length === 0 ? (
        <Empty title={text.nothingStands} next={text.nothingStandsNext} />
      ) : (
        <>
          <Scroll label={text.standing}>
            <table className="grid cards">
              <caption className="unseen">{text.standing}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.kind}</th>
                  {columns.map(([label, name]) => (
                    <th scope="col" key={name} className="number">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {details.standing.map((row) => (
                  <tr key={row.kind}>
                    <td className="lead">
                      {row.kind in instrumentKinds ? say(instrumentKinds[row.kind as InstrumentKind].text) : row.kind}
                    </td>
                    {columns.map(([label, name, more]) => (
                      <td key={name} className="number" data-label={label}>
                        {row[name] === 0 ? 0 : <a href={list(row.kind, more)}>{row[name]}</a>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p className="soft">{text.standingNote}</p>
          <p>
            <a href={`/desk/instruments?placeId=${details.id}`}>{text.allHere}</a>
          </p>
        </>
      )}
    </section>
  );
}

function CorrectDialog({ details, onClose }: { details: Details; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const fields = useDescriptionFields({ region: details.region, township: details.township?.code });
  return (
    <Dialog title={text.correct} onClose={onClose}>
      <RecordForm
        endpoint={placeEndpoints.correctPlace}
        params={{ id: details.id }}
        fixed={{ version: details.version }}
        fields={[
          ...fields,
          { name: 'closedOn', label: ['关闭日期', 'Closed on'], kind: 'day', hint: ['仍在业的留空', 'Blank while it is open'] },
          comparedField,
          { name: 'reason', label: ['更正理由', 'Reason'] },
        ]}
        initial={{
          kind: details.kind,
          name: details.name,
          operatorCreditCode: details.operatorCreditCode ?? '',
          region: details.region,
          township: details.township?.code ?? '',
          village: details.village?.code ?? '',
          address: details.address,
          longitude: details.longitude ?? '',
          latitude: details.latitude ?? '',
          openedOn: details.openedOn ?? '',
          closedOn: details.closedOn ?? '',
          compared: false,
        }}
        done={['已更正', 'Corrected']}
        onDone={onClose}
      />
    </Dialog>
  );
}

function CloseDialog({ details, onClose }: { details: Details; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={text.close} onClose={onClose}>
      {details.instruments > 0 ? <p>{fill(text.stillThere, { n: details.instruments })}</p> : null}
      <RecordForm
        endpoint={placeEndpoints.closePlace}
        params={{ id: details.id }}
        fields={[
          { name: 'lastDay', label: ['最后营业日', 'Last day'], kind: 'day' },
          { name: 'reason', label: ['理由', 'Reason'] },
        ]}
        done={['已登记关闭', 'Recorded']}
        onDone={onClose}
      />
    </Dialog>
  );
}
