import type { ReactElement } from 'react';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import type { Chain, ChainEdge } from '../contract/graph.ts';
import { schemes, type Scheme } from '../rules/scheme-data.ts';
import { keyOf } from './layout.ts';
import { confidences, rangeTags, ratioTags, stepTags } from './states.ts';
import { texts } from './text.ts';

type Props = { readonly edge: ChainEdge };

/** Every step of a chain: on which day it was relied upon, and what is judged of it. */
export function StepTable({ chain: { nodes, edges } }: { chain: Chain }): ReactElement {
  const numbers = new Map(nodes.map((node) => [keyOf(node), node.number]));
  const columns: readonly Column<ChainEdge>[] = [
    {
      key: 'step',
      title: ['依据者 ← 被依据者', 'What rests ← on what'],
      show: ({ lower, upper }) => `${numbers.get(keyOf(lower)) ?? '/'} ← ${numbers.get(keyOf(upper)) ?? '/'}`,
    },
    { key: 'used', title: ['使用', 'Relied upon'], show: (edge) => <Used edge={edge} /> },
    { key: 'order', title: ['级别次序', 'Order of levels'], show: (edge) => <StepOrder edge={edge} /> },
    { key: 'ratio', title: ['与下一级之比', 'Ratio to the level below'], show: (edge) => <StepRatio edge={edge} /> },
    { key: 'range', title: ['使用范围', 'Range used'], show: (edge) => <StepRange edge={edge} /> },
  ];
  return (
    <DataRows
      items={edges}
      columns={columns}
      rowKey={(edge) => `${keyOf(edge.lower)} ${keyOf(edge.upper)} ${edge.role ?? ''}`}
      caption={['每一步的判定', 'What is judged of each step']}
    />
  );
}

function Used({ edge }: Props): ReactElement {
  const text = useTexts(texts);
  if (edge.isIdentity) return <>{text.same}</>;
  return (
    <>
      <div>{fill(text.usedOn, { day: edge.usedOn })}</div>
      <div className={edge.validThen ? '' : 'tone-bad'}>{edge.validThen ? text.held : text.notHeld}</div>
    </>
  );
}

/** How the level stands to the one below, by the scheme of its quantity; what the order rests on is said. */
function StepOrder({ edge }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (edge.isIdentity) return <>/</>;
  const { verdict, lower, upper, skipped, scheme, confidence } = edge.step;
  const known: Scheme | undefined = scheme === null ? undefined : schemes[scheme];
  return (
    <>
      <StatusTag states={stepTags} state={verdict} />
      {lower === null && upper === null ? null : (
        <div>
          {lower ?? '?'} ← {upper ?? '?'}
          {skipped.length === 0 ? null : ` (${skipped.join('、')})`}
        </div>
      )}
      {verdict === 'unknown' || known === undefined || confidence === 'unknown' ? null : (
        <div className="soft">
          {text.confidence} {say(confidences[confidence])}
          {known.tierSource === null ? '' : `：${known.tierSource}`}
        </div>
      )}
    </>
  );
}

/** The figure wherever both are stated in one quantity; the verdict only where a source asks for a ratio. */
function StepRatio({ edge }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (edge.ratio === null) return <>/</>;
  const { kind, figure, limit, source, confidence, verdict, detail } = edge.ratio;
  return (
    <>
      <div title={detail}>
        {kind} = {figure}
        {limit === null ? '' : ` (≤ ${limit})`}
      </div>
      <StatusTag states={ratioTags} state={verdict} />
      <div className="soft">{source === null ? text.noRatio : `${source}，${text.confidence} ${say(confidences[confidence])}`}</div>
    </>
  );
}

/** At which values the certificate used the standard, beside its range. */
function StepRange({ edge }: Props): ReactElement {
  if (edge.range === null) return <>/</>;
  const { verdict, values, open } = edge.range;
  return (
    <>
      <StatusTag states={rangeTags} state={verdict} />
      {values.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {open.map((line) => (
        <div key={line} className="soft">
          {line}
        </div>
      ))}
    </>
  );
}
