import type { LabelClaims } from '@tongheng/seal/label/claims';
import type { LabelText } from '@tongheng/seal/label/label-text';
import type { ReactElement, ReactNode } from 'react';
import type { CertificateStatus } from '../../../measure/certificate/rules.ts';
import { StatusTag, type StateTable } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { verdictStates } from '../document-states.ts';
import type { Judgement } from './judge.ts';
import type { KnownLists } from './known.ts';
import { texts } from './label-text.ts';
import { daysApart, standingOf, termOf, type Standing, type Term } from './verdict.ts';

const pair = (key: keyof typeof texts.zh): readonly [string, string] => [texts.zh[key], texts.en[key]];
const termStates: StateTable<Exclude<Term, 'none' | 'clock'>> = {
  running: { text: pair('validToday'), tone: 'done' },
  over: { text: pair('overToday'), tone: 'attention' },
};
const standingStates: StateTable<Standing> = {
  notRevoked: { text: pair('notRevoked'), tone: 'done' },
  revoked: { text: pair('revoked'), tone: 'bad' },
  replaced: { text: pair('replaced'), tone: 'ended' },
  revocationUnknown: { text: pair('revocationUnknown'), tone: 'waiting' },
};

type Props = {
  readonly claims: LabelClaims;
  readonly judgement: Judgement;
  readonly known: KnownLists;
  /** What the server says of the document, where it was asked. */
  readonly status: CertificateStatus | undefined;
};

/** What the label says, and whether it still holds. Words in green stand only beside a genuine signature that is no demonstration. */
export function LabelFacts({ claims, judgement, known, status }: Props): ReactElement {
  const text = useTexts(texts);
  const isReal = judgement.signature === 'genuine' && judgement.demonstration === 'none' && judgement.authority.ok !== false;
  // A demonstration shows how it works, in plain words.
  const isShown = judgement.signature === 'genuine' && judgement.demonstration === 'marked';
  const absent = <span className="soft">{text.notOnLabel}</span>;
  const shown = (stated: LabelText | null): ReactNode =>
    stated === null ? (
      absent
    ) : stated.digest === null ? (
      <bdi>{stated.text}</bdi>
    ) : (
      <>
        <bdi>…{stated.text}</bdi> <small>{text.endOnly}</small>
      </>
    );
  const verdict =
    claims.result === 'none' ? text.none : isReal ? <StatusTag states={verdictStates} state={claims.result} /> : text[claims.result];
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.serial, shown(claims.serial)],
    [text.seal, shown(claims.seal)],
    [text.kind, <bdi key="kind">{claims.kind}</bdi>],
    [text.result, verdict],
    [text.validUntil, claims.validUntil ?? (claims.result === 'pass' ? text.noEnd : '—')],
    [text.testedOn, claims.testedOn],
    [text.issuedOn, claims.issuedOn],
    [text.number, claims.number],
  ];
  return (
    <>
      <h2>{judgement.signature === 'genuine' ? text.saysTitle : text.saysUnproven}</h2>
      <dl className="facts label-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isReal || isShown ? (
        <>
          <Running claims={claims} known={known} isReal={isReal} />
          <Ended judgement={judgement} status={status} hasList={known.revocations !== undefined} isReal={isReal} />
        </>
      ) : null}
    </>
  );
}

type Line = { readonly isReal: boolean };

function Running({ claims, known: { serverDay, deviceDay }, isReal }: Pick<Props, 'claims' | 'known'> & Line): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const day = serverDay ?? deviceDay;
  const term = termOf(claims, day);
  if (term === 'none') return null;
  if (term === 'clock') return <p>{fill(text.clockBefore, { day })}</p>;
  return (
    <p className="label-line">
      {isReal ? <StatusTag states={termStates} state={term} /> : say(termStates[term].text)}{' '}
      <span className="soft">{fill(serverDay === undefined ? text.byDevice : text.bySystem, { day })}</span>
      {serverDay !== undefined && daysApart(serverDay, deviceDay) > 1 ? (
        <span className="soft"> {fill(text.clockDiffers, { device: deviceDay, server: serverDay })}</span>
      ) : null}
    </p>
  );
}

function Ended({ judgement, status, hasList, isReal }: Pick<Props, 'judgement' | 'status'> & Line & { hasList: boolean }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const standing = standingOf(status, judgement.revocation);
  return (
    <p className="label-line">
      {isReal ? <StatusTag states={standingStates} state={standing} /> : say(standingStates[standing].text)}{' '}
      <span className="soft">
        {status === undefined || judgement.revocation.ok === false
          ? hasList
            ? say(judgement.revocation.reason)
            : text.askedNone
          : text.askedNow}
      </span>
    </p>
  );
}
