import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { AsOfBar } from '../../../web/kit/AsOfBar.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { graphEndpoints, type Chain, type Start } from '../contract/graph.ts';
import { levels, nodeKinds } from '../rules/graph.ts';
import { schemes, type Scheme } from '../rules/scheme-data.ts';
import { StepTable } from './StepJudgement.tsx';
import { ChainDrawing } from './ChainDrawing.tsx';
import { keyOf } from './layout.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { confidences, standingTags } from './states.ts';
import { texts } from './text.ts';

/** The chain of a certificate, a calibration, a standard, an instrument or a level outside: what it rests on, up to the top. */
export function ChainPage(): ReactElement {
  const kind = usePathParam('kind') as Start;
  const id = usePathParam('id');
  const [search] = useSearchState();
  const asOf = typeof search['asOf'] === 'string' ? search['asOf'] : undefined;
  const query = useEndpoint(graphEndpoints.readChain, { params: { kind, id }, query: asOf === undefined ? {} : { asOf } });
  return <Answer query={query}>{(chain) => <Shown chain={chain} place={{ kind, id }} />}</Answer>;
}

function Shown({ chain, place }: { chain: Chain; place: { kind: Start; id: string } }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { message } = App.useApp();
  const mayRecord = usePermit('traceability.record');
  const [isLinking, setLinking] = useState(false);
  const start = chain.nodes.find((node) => keyOf(node) === keyOf(chain.start));
  const save = async (format: 'json' | 'pdf'): Promise<void> => {
    try {
      await download(graphEndpoints.printChain, { params: place, query: { format } });
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    }
  };
  return (
    <>
      <PageHead
        title={`${text.chain} ${start?.number ?? ''}`}
        state={<StatusTag states={standingTags} state={chain.standing} />}
        lead={start === undefined ? text.chainLead : `${say(nodeKinds[start.kind])} · ${start.item ?? ''} · ${start.issuer}`}
        actions={
          <>
            {mayRecord && start !== undefined && start.own && start.kind !== 'certificate' ? (
              <Button type="primary" onClick={() => setLinking(true)}>
                {text.link}
              </Button>
            ) : null}
            <Button onClick={() => void save('pdf')}>{text.pdf}</Button>
            <Button onClick={() => void save('json')}>{text.json}</Button>
            <Button href="/desk/traceability">{text.findings}</Button>
          </>
        }
      />
      {place.kind === 'standard' || place.kind === 'instrument' ? <AsOfBar /> : null}
      <div className="stack">
        <section className="sheet spaced">
          <h2>{text.wrong}</h2>
          {chain.findings.length === 0 ? (
            <p className="soft">{text.nothingWrong}</p>
          ) : (
            <ul>
              {chain.findings.map(({ code, node, above, text: what, detail }) => (
                <li key={`${code} ${keyOf(node)} ${above === null ? '' : keyOf(above)} ${detail}`}>
                  {what} <span className="soft">{detail}</span>
                </li>
              ))}
            </ul>
          )}
          {chain.cut ? <p className="soft">{text.cut}</p> : null}
        </section>
        <section className="sheet spaced">
          <h2>{text.chain}</h2>
          <p className="soft">{text.chainLead}</p>
          <ChainDrawing chain={chain} />
          <DataRows items={stepsOf(chain)} columns={stepColumns} rowKey={(one) => one.key} caption={['逐级', 'Step by step']} />
          <h3>{text.judged}</h3>
          <StepTable chain={chain} />
        </section>
        <Below place={place} />
      </div>
      {isLinking && start !== undefined && start.kind !== 'certificate' ? (
        <LinkDialog lower={{ kind: start.kind, id: start.id }} onClose={() => setLinking(false)} />
      ) : null}
    </>
  );
}

type Step = Chain['nodes'][number] & { readonly key: string };

const stepsOf = ({ nodes }: Chain): Step[] => [...nodes].sort((a, b) => a.height - b.height).map((node) => ({ ...node, key: keyOf(node) }));

function Height({ step }: { step: Step }): ReactElement {
  const text = useTexts(texts);
  return <>{step.height === 0 ? text.start : fill(text.height, { n: step.height })}</>;
}

function Kind({ step }: { step: Step }): ReactElement {
  const say = useSay();
  return <>{say(step.level === null ? nodeKinds[step.kind] : levels[step.level])}</>;
}

/** What is known of the hierarchy scheme of a quantity; in other words, the words of who recorded it. */
function Quantity({ step: { quantity } }: { step: Step }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (quantity === null) return <>/</>;
  const scheme: Scheme | undefined = Object.entries(schemes).find(([name]) => name === quantity)?.[1];
  if (scheme === undefined) return <>{quantity}</>;
  return (
    <>
      {say(scheme.name)}{' '}
      <span className="soft">{fill(text.scheme, { number: scheme.number, confidence: say(confidences[scheme.confidence]) })}</span>
    </>
  );
}

function Item({ step }: { step: Step }): ReactElement {
  const text = useTexts(texts);
  return step.own ? <>{[step.item, step.serial].filter(Boolean).join(' ')}</> : <span className="soft">{text.others}</span>;
}

const stepColumns: readonly Column<Step>[] = [
  { key: 'height', title: ['级', 'Level'], narrow: true, show: (step) => <Height step={step} /> },
  { key: 'kind', title: ['类别', 'Kind'], narrow: true, show: (step) => <Kind step={step} /> },
  {
    key: 'number',
    title: ['证书编号', 'Number'],
    show: (step) => (step.own ? <a href={`/desk/traceability/${step.kind}/${step.id}`}>{step.number}</a> : step.number),
  },
  { key: 'issuer', title: ['出具机构', 'Issued by'], show: (step) => step.issuer },
  { key: 'item', title: ['名称、编号', 'Item'], show: (step) => <Item step={step} /> },
  { key: 'quantity', title: ['量（检定系统表）', 'Quantity (hierarchy scheme)'], show: (step) => <Quantity step={step} /> },
  { key: 'valid', title: ['有效期', 'Valid'], narrow: true, show: (step) => `${step.from}～${step.until ?? '/'}` },
  {
    key: 'accuracy',
    title: ['等级、扩展不确定度', 'Class, expanded uncertainty'],
    show: ({ accuracyClass, uncertainty }) =>
      [
        accuracyClass,
        uncertainty === null ? null : `${uncertainty.value} ${uncertainty.unit}${uncertainty.k === null ? '' : ` (k = ${uncertainty.k})`}`,
      ]
        .filter((one) => one !== null)
        .join('，') || '/',
  },
];

const restingColumns: readonly Column<ReplyOf<typeof graphEndpoints.listRestingCertificates>['items'][number]>[] = [
  { key: 'number', title: ['证书编号', 'Number'], show: (one) => <a href={`/desk/certificates/${one.number}`}>{one.number}</a> },
  { key: 'tested', title: ['检定或校准日期', 'Tested on'], narrow: true, show: (one) => one.testedOn },
  { key: 'valid', title: ['有效期至', 'Valid until'], narrow: true, show: (one) => one.validUntil ?? '/' },
  { key: 'instrument', title: ['器具', 'Instrument'], show: (one) => one.instrument ?? '/' },
  { key: 'serial', title: ['出厂编号', 'Serial'], narrow: true, show: (one) => one.serial ?? '/' },
  { key: 'issuer', title: ['出具机构', 'Issued by'], show: (one) => one.issuer },
  { key: 'through', title: ['经由', 'Through'], show: (one) => one.through },
];

function Below({ place }: { place: { kind: Start; id: string } }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet spaced">
      <h2>{text.below}</h2>
      <p className="soft">{text.belowLead}</p>
      <DataTable
        endpoint={graphEndpoints.listRestingCertificates}
        params={place}
        columns={restingColumns}
        rowKey={(one) => one.certificateId}
        caption={['依据它出具的证书', 'Certificates that rest on it']}
        filters={[
          { name: 'from', label: ['检定日期自', 'Tested from'], kind: 'day' },
          { name: 'to', label: ['至', 'to'], kind: 'day' },
          { name: 'direct', label: ['方式', 'How'], kind: 'choice', options: [{ value: 'true', label: ['仅直接依据', 'directly only'] }] },
        ]}
        empty={{ title: ['没有证书依据它', 'No certificate rests on it'] }}
      />
    </section>
  );
}
