import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { roundEndpoints } from '../contract.ts';
import { roundActions, roundWays } from '../rules.ts';
import { Arrangement } from './Arrangement.tsx';
import { Collected } from './Collected.tsx';
import { Overview } from './Overview.tsx';
import { roundTags } from './states.ts';
import { texts } from './text.ts';
import './round.css';

export type Details = ReplyOf<typeof roundEndpoints.readRound>;
const views = ['overview', 'collected', 'arrange'] as const;

/** One round: how far it is, what is in it, and how it is arranged. */
export function RoundPage(): ReactElement {
  const id = usePathParam('id') as never;
  // While a proposal is being solved the page looks again by itself.
  const query = useEndpoint(roundEndpoints.readRound, { params: { id } });
  const isSolving = query.data?.proposals.some(({ state }) => state === 'waiting' || state === 'solving') ?? false;
  useEndpoint(roundEndpoints.readRound, { params: { id } }, isSolving ? { everyMilliseconds: 2000 } : {});
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search] = useSearchState();
  const asked = views.find((view) => view === search['view']);
  const view = asked ?? 'overview';
  const { id, version } = details;
  const actions = [
    recordAction({
      name: 'announce',
      label: roundActions.announce,
      endpoint: roundEndpoints.announceRound,
      request: () => ({ params: { id }, body: { version } }),
      confirm: [
        '将代使用单位提交申请并受理，随后通知使用单位。通知后不能再改范围。',
        'Requests are filed for the holders and accepted, and the holders are told. The scope cannot be changed afterwards.',
      ],
      done: ['已通知', 'Announced'],
      kind: 'primary',
    }),
    recordAction({
      name: 'begin',
      label: roundActions.begin,
      endpoint: roundEndpoints.beginRound,
      request: () => ({ params: { id } }),
      done: ['已开始', 'Begun'],
      kind: 'primary',
    }),
    recordAction({
      name: 'finish',
      label: roundActions.finish,
      endpoint: roundEndpoints.finishRound,
      request: (reason) => ({ params: { id }, body: { reason } }),
      reason: 2,
      confirm: ['请写明完成情况和未完成器具的去向', 'Say how it went and what becomes of what is not done'],
      done: ['已结束', 'Finished'],
    }),
    recordAction({
      name: 'cancel',
      label: roundActions.cancel,
      endpoint: roundEndpoints.cancelRound,
      request: (reason) => ({ params: { id }, body: { reason } }),
      reason: 2,
      confirm: [
        '已提交的申请和已排的日期不随之撤回，请分别办理。',
        'Requests that are filed and days that are booked stay; deal with them one by one.',
      ],
      done: ['已取消', 'Cancelled'],
      kind: 'danger',
    }),
  ];
  return (
    <>
      <PageHead
        title={details.name}
        state={<StatusTag states={roundTags} state={details.state} />}
        lead={`${details.institute.name} · ${say(roundWays[details.way])}${details.demonstration ? ` · ${text.demonstration}` : ''}`}
        actions={
          <>
            <ActionBar actions={actions} allowed={details.allowed} />
            {details.progress.planned === 0 ? null : (
              <SaveFile endpoint={roundEndpoints.downloadRoundNotice} request={{ params: { id }, query: {} }} label={text.notices} />
            )}
            <Button href="/desk/rounds">{text.all}</Button>
          </>
        }
      />
      <nav className="round-steps no-print" aria-label={text.steps}>
        {views
          .filter((one) => one !== 'arrange' || details.allowed.length > 0 || details.slots.length > 0)
          .map((one) => (
            <a key={one} href={`/desk/rounds/${id}?view=${one}`} {...(one === view ? { 'aria-current': 'page' as const } : {})}>
              {text[one]}
            </a>
          ))}
      </nav>
      {view === 'overview' ? <Overview details={details} /> : null}
      {view === 'collected' ? <Collected details={details} /> : null}
      {view === 'arrange' ? <Arrangement details={details} /> : null}
    </>
  );
}
