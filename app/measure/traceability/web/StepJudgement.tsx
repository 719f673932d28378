import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import type { ChainEdge } from '../contract/graph.ts';
import { schemes, type Scheme } from '../rules/scheme-data.ts';
import { confidences, rangeTags, ratioTags, stepTags } from './states.ts';
import { texts } from './text.ts';

type Props = { readonly edge: ChainEdge | undefined };

/** How the level stands to the one below, by the scheme of its quantity; what the order rests on is said. */
export function StepOrder({ edge }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (edge === undefined || edge.isIdentity) return <>/</>;
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
export function StepRatio({ edge }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (edge === undefined || edge.ratio === null) return <>/</>;
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
export function StepRange({ edge }: Props): ReactElement {
  if (edge === undefined || edge.range === null) return <>/</>;
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
