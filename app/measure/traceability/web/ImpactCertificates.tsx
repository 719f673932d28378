import { App, Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import { download } from '../../../web/client.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { impactEndpoints } from '../contract/impact.ts';
import type { ImpactRow } from '../contract/impact-shapes.ts';
import { decisions, type Decision } from '../rules/impact.ts';
import { triageClasses } from '../rules/impact-triage.ts';
import type { Details } from './ImpactCase.tsx';
import { checkWords } from '../rules/impact-check-words.ts';
import { decisionTags, optionsOf, triageTags } from './impact-states.ts';
import { texts } from './impact-text.ts';

const share = (value: number | null): string => (value === null ? '—' : value.toFixed(2));

function Worst({ kind, worst }: { kind: string; worst: NonNullable<ImpactRow['worst']> }): ReactElement {
  const say = useSay();
  return (
    <>
      {say(checkWords(kind, worst.check))}: {worst.value} → {worst.after} ({worst.limit} {worst.unit})
    </>
  );
}

const columnsOf = (id: string): readonly Column<ImpactRow>[] => [
  {
    key: 'number',
    title: ['证书编号', 'Certificate'],
    show: (one) => <a href={`/desk/findings/${id}/certificates/${one.id}`}>{one.number}</a>,
  },
  { key: 'tested', title: ['检定日期', 'Tested on'], narrow: true, show: (one) => one.testedOn },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (one) => one.holder.name },
  { key: 'instrument', title: ['器具', 'Instrument'], show: (one) => `${one.instrument.model} ${one.instrument.serial}` },
  { key: 'triage', title: ['分级', 'Class'], narrow: true, show: (one) => <StatusTag states={triageTags} state={one.triage} /> },
  {
    key: 'worst',
    title: ['最不利项：记录值 → 修正后（限值）', 'Worst check: recorded → put right (limit)'],
    show: (one) => (one.worst === null ? '—' : <Worst kind={one.instrument.kind} worst={one.worst} />),
  },
  {
    key: 'share',
    title: ['与限值之比', 'Part of the limit'],
    narrow: true,
    show: (one) => `${share(one.shareBefore)} → ${share(one.shareAfter)}`,
  },
  {
    key: 'decision',
    title: ['决定', 'Decision'],
    narrow: true,
    show: (one) => (one.decision === null ? '—' : <StatusTag states={decisionTags} state={one.decision} />),
  },
];

const filters = [
  { name: 'q', label: ['证书、出厂编号、使用单位', 'Certificate, serial or holder'] },
  { name: 'triage', label: ['分级', 'Class'], kind: 'choice', options: optionsOf(triageClasses) },
  {
    name: 'decision',
    label: ['决定', 'Decision'],
    kind: 'choice',
    options: [{ value: 'open', label: ['未决定', 'Open'] }, ...optionsOf(decisions)],
  },
  {
    name: 'through',
    label: ['关系', 'Way'],
    kind: 'choice',
    options: [
      { value: 'direct', label: ['直接', 'Directly'] },
      { value: 'others', label: ['经由其他标准器', 'Through other standards'] },
    ],
    more: true,
  },
  {
    name: 'wronglyFailed',
    label: ['原判不合格有误', 'Failed wrongly'],
    kind: 'choice',
    options: [{ value: 'true', label: ['是', 'Yes'] }],
    more: true,
  },
  {
    name: 'kind',
    label: ['器具种类', 'Kind'],
    kind: 'choice',
    options: Object.entries(instrumentKinds).map(([value, { text }]) => ({ value, label: text })),
    more: true,
  },
  { name: 'institute', label: ['机构', 'Institute'], more: true },
  { name: 'holder', label: ['使用单位', 'Holder'], more: true },
] as const;

/** The certificates of a case, with filters that are links and decisions in batches. */
export function ImpactCertificates(): ReactElement {
  const id = usePathParam('id') as Details['id'];
  const query = useEndpoint(impactEndpoints.readFinding, { params: { id } });
  return <Answer query={query}>{(details) => <List details={details} />}</Answer>;
}

function List({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const { id } = details;
  const [search] = useSearchState();
  const [asking, setAsking] = useState<readonly ImpactRow[] | 'all'>();
  const filter = Object.fromEntries(filters.flatMap(({ name }) => (search[name] === undefined ? [] : [[name, search[name]]])));
  const mayDecide = details.allowed.includes('decide');
  const save = async (): Promise<void> => {
    try {
      await download(impactEndpoints.exportImpacts, { params: { id }, query: filter as never });
    } catch (error) {
      void message.error(String(error));
    }
  };
  return (
    <>
      <PageHead
        title={`${details.number} ${text.all}`}
        lead={details.standard.name}
        actions={<Button href={`/desk/findings/${id}`}>{text.back}</Button>}
      />
      <DataTable
        endpoint={impactEndpoints.listImpacts}
        params={{ id }}
        columns={columnsOf(id)}
        rowKey={(one) => one.id}
        filters={filters}
        caption={['受影响的证书', 'Certificates affected']}
        empty={{ title: ['没有符合条件的证书', 'No certificate is found'] }}
        actions={
          <>
            <Button onClick={() => void save()}>{text.export}</Button>
            {mayDecide ? <Button onClick={() => setAsking('all')}>{text.decideAll}</Button> : null}
          </>
        }
        {...(mayDecide
          ? { batch: (chosen: readonly ImpactRow[]) => <Button onClick={() => setAsking(chosen)}>{text.decide}</Button> }
          : {})}
      />
      {asking === undefined ? null : <Deciding id={id} chosen={asking} filter={filter} onClose={() => setAsking(undefined)} />}
    </>
  );
}

type Props = { id: Details['id']; chosen: readonly ImpactRow[] | 'all'; filter: Readonly<Record<string, unknown>>; onClose: () => void };
function Deciding({ id, chosen, filter, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [decision, setDecision] = useState<Decision>('reverify');
  const { run, pending, problem } = useAction(impactEndpoints.decideImpacts, { onDone: onClose });
  const certificates = chosen === 'all' ? [] : chosen.map((one) => one.id);
  return (
    <ReasonDialog
      title={chosen === 'all' ? text.decideAll : text.decide}
      atLeast={2}
      pending={pending}
      problem={problem}
      onCancel={onClose}
      onConfirm={(reason) =>
        void run({ params: { id }, body: { decision, reason, certificates, filter: chosen === 'all' ? (filter as never) : null } })
      }
    >
      <label>
        {text.decision}
        <Select
          aria-label={text.decision}
          value={decision}
          onChange={setDecision}
          options={optionsOf(decisions).map(({ value, label }) => ({ value: value as Decision, label: say(label) }))}
        />
      </label>
    </ReasonDialog>
  );
}
