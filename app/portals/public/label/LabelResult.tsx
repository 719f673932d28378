import type { LabelClaims } from '@tongheng/seal/label/claims';
import type { Label } from '@tongheng/seal/label/label';
import { useEffect, useState, type ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useAnswer, type Certificate } from '../answers.ts';
import { Hotlines } from '../scan/Hotlines.tsx';
import { Comparison } from './Comparison.tsx';
import { judgeLabel, type Judgement } from './judge.ts';
import { useKnownLists, type KnownLists } from './known.ts';
import { texts } from './label-text.ts';
import { LabelFacts } from './LabelFacts.tsx';
import { headlineOf, standingOf, termOf } from './verdict.ts';

/** One label: what its signature proves, what it says, what has become of it, and what only a look at the instrument can tell. */
export function LabelResult({ label }: { label: Label }): ReactElement {
  const text = useTexts(texts);
  const known = useKnownLists();
  const [judgement, setJudgement] = useState<Judgement>();
  useEffect(() => {
    if (known === undefined) return undefined;
    let isShown = true;
    const { trust, revocations, serverDay, deviceDay } = known;
    void judgeLabel(label, { trust, revocations, today: serverDay ?? deviceDay }).then((judged) => {
      if (isShown) setJudgement(judged);
    });
    return () => {
      isShown = false;
    };
  }, [label, known]);
  if (known === undefined || judgement === undefined) {
    return (
      <p className="waiting" role="status">
        {text.checking}
      </p>
    );
  }
  return <Judged label={label} judgement={judgement} known={known} />;
}

/** What opens the look-up: the serial number, where the label has it whole. */
const checkOf = ({ serial }: LabelClaims): string | undefined =>
  serial === null || serial.digest !== null ? undefined : `check=${encodeURIComponent(serial.text)}`;

type Props = { readonly label: Label; readonly judgement: Judgement; readonly known: KnownLists };

function Judged({ label, judgement, known }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { claims } = label;
  const isFresh = known.trustAt?.isFresh === true;
  // Only what is genuinely signed is asked for: a forged number would be looked up for nothing.
  const check = checkOf(claims);
  const asks = judgement.signature === 'genuine' && isFresh && check !== undefined;
  const answer = useAnswer<Certificate>(asks ? `/api/public/certificates/${claims.number}?${check}` : '');
  const told = answer.reply !== undefined && 'status' in answer.reply ? answer.reply : undefined;
  const status = told?.status;
  const { title, meaning, tone } = headlineOf(judgement, isFresh);
  const isCalm =
    claims.result !== 'fail' &&
    standingOf(status, judgement.revocation) !== 'revoked' &&
    standingOf(status, judgement.revocation) !== 'replaced' &&
    termOf(claims, known.serverDay ?? known.deviceDay) !== 'over';
  return (
    <>
      <section className={`sheet notice ${tone === 'found' && !isCalm ? 'attention' : tone}`} role="status">
        <p className="label-headline">
          <b>{text[title]}</b>
        </p>
        <p>{fill(text[meaning], { institute: judgement.signer ?? '', day: (known.trustAt?.at ?? '').slice(0, 10) })}</p>
        {judgement.signature === 'genuine' && judgement.demonstration === 'none' && judgement.authority.ok !== true ? (
          <p>{say(judgement.authority.reason)}</p>
        ) : null}
        {answer.failure?.status === 404 ? <p>{text.unknownNumber}</p> : null}
        <LabelFacts claims={claims} judgement={judgement} known={known} status={status} />
      </section>
      {judgement.signature === 'genuine' ? <Comparison claims={claims} /> : null}
      <section className="sheet label-after">
        <h2>{text.nextTitle}</h2>
        <ul className="label-next">
          <li>
            <a href={`/check?number=${claims.number}${check === undefined ? '' : `&${check}`}`}>{text.lookUp}</a>
          </li>
          <li>
            <a href="/verify">{text.verify}</a>
          </li>
        </ul>
        <p>{text.complain}</p>
        <Hotlines />
        <p className="soft">{text.hostHint}</p>
        <p className="soft">{text.onPaper}</p>
        <Details label={label} judgement={judgement} known={known} logIndex={told?.logIndex} />
      </section>
    </>
  );
}

function Details({ label, judgement, known, logIndex }: Props & { readonly logIndex: number | null | undefined }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const facts: readonly (readonly [string, string])[] = [
    [text.keyId, judgement.keyId ?? `${label.kid}…`],
    [text.algorithm, label.algorithm === 'sm2' ? 'SM2 · SM3' : 'ECDSA P-256 · SHA-256'],
    [text.trustAsOf, known.trustAt?.at.slice(0, 16).replace('T', ' ').concat(' UTC') ?? '—'],
    [text.listAsOf, judgement.listAsOf?.slice(0, 16).replace('T', ' ').concat(' UTC') ?? '—'],
    [text.recordDigest, label.claims.recordDigest],
    ...(logIndex === undefined ? [] : [[text.logIndex, logIndex === null ? text.noLog : String(logIndex)] as const]),
  ];
  return (
    <details>
      <summary>{text.details}</summary>
      {judgement.signature === 'genuine' ? <p>{say(judgement.authority.reason)}</p> : null}
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="label-code">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
