import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { comparisonEndpoints as endpoints, SealedContent } from '../contract.ts';
import { commitmentOf, contentFormat, nonceBytes, printContent } from '../rules/commitment.ts';
import { checkResults, resultFaults, resultRemarks, type Result } from '../rules/result.ts';
import type { Round } from './ComparisonPage.tsx';
import { texts } from './text.ts';

/** 256 random bits of this browser; it gives them on any page, also without a secure connection. */
const drawNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(nonceBytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function saveText(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const keyOf = (id: string): string => `tongheng.comparison.${id}`;
/** A copy in this browser beside the file; it works without as well. */
function keep(id: string, content: string): void {
  try {
    localStorage.setItem(keyOf(id), content);
  } catch {
    // The file is what counts.
  }
}
function kept(id: string): string {
  try {
    return localStorage.getItem(keyOf(id)) ?? '';
  } catch {
    return '';
  }
}

function SealForm({ round }: { round: Round }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const points = round.protocol?.points ?? [];
  const [results, setResults] = useState<readonly Result[]>(points.map(({ id, unit }) => ({ point: id, value: '', unit, U: '', k: '2' })));
  const [keeping, setKeeping] = useState<'own' | 'entrusted'>('own');
  const [reason, setReason] = useState('');
  const own = useAction(endpoints.commitResults);
  const entrusted = useAction(endpoints.entrustResults);
  const earlier = round.own?.commitment ?? null;
  const { faults, remarks } = checkResults(points, results);
  const isTyped = results.every(({ value }) => value.trim() !== '');
  const set = (index: number, change: Partial<Result>): void =>
    setResults(results.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const replaces = earlier === null ? null : { commitment: earlier.id, reason };
  const seal = (): void => {
    const all = results.map((one) => ({ ...one, value: one.value.trim(), U: one.U.trim(), k: one.k.trim() }));
    if (keeping === 'entrusted') return void entrusted.run({ params: { id: round.id }, body: { results: all, replaces } });
    const content = {
      format: contentFormat,
      comparison: round.id,
      participant: round.own?.member ?? '',
      nonce: drawNonce(),
      results: all,
    } as const;
    const printed = printContent(content);
    // The file first: what was sealed and is lost cannot be revealed.
    saveText(`comparison-${round.id.slice(-8)}-results.json`, printed);
    keep(round.id, printed);
    void own.run({ params: { id: round.id }, body: { digest: commitmentOf(content), replaces } });
  };
  return (
    <div className="comparison-form">
      {points.map((point, index) => (
        <fieldset key={point.id} className="comparison-line">
          <legend>
            {point.id} {point.name}
          </legend>
          <label>
            {text.value} / {point.unit}
            <Input
              inputMode="decimal"
              value={results[index]?.value ?? ''}
              onChange={(event) => set(index, { value: event.target.value })}
            />
          </label>
          <label>
            U / {point.unit}
            <Input inputMode="decimal" value={results[index]?.U ?? ''} onChange={(event) => set(index, { U: event.target.value })} />
          </label>
          <label>
            k
            <Input inputMode="decimal" value={results[index]?.k ?? ''} onChange={(event) => set(index, { k: event.target.value })} />
          </label>
        </fieldset>
      ))}
      {isTyped ? (
        <ul role="status">
          {faults.map(({ point, fault }) => (
            <li key={`${point} ${fault}`} className="issue">
              {point} {say(resultFaults[fault])}
            </li>
          ))}
          {remarks.map(({ point, remark }) => (
            <li key={`${point} ${remark}`}>
              {point} {say(resultRemarks[remark])}
            </li>
          ))}
        </ul>
      ) : null}
      <fieldset>
        {(['own', 'entrusted'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="keeping" checked={keeping === one} onChange={() => setKeeping(one)} />{' '}
            {one === 'own' ? text.keepOwn : text.entrust}
          </label>
        ))}
      </fieldset>
      <p className="soft">{text.keepingHint}</p>
      {earlier === null ? null : (
        <label>
          {text.replaceReason}
          <Input value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      <ProblemNote problem={own.problem ?? entrusted.problem} />
      <Button type="primary" loading={own.pending || entrusted.pending} disabled={faults.length > 0} onClick={seal}>
        {text.seal}
      </Button>
    </div>
  );
}

function RevealForm({ round }: { round: Round }): ReactElement {
  const text = useTexts(texts);
  const [typed, setTyped] = useState(kept(round.id));
  const [isWrong, setWrong] = useState(false);
  const { run, pending, problem } = useAction(endpoints.revealResults);
  const reveal = (): void => {
    let value: unknown;
    try {
      value = JSON.parse(typed);
    } catch {
      value = undefined;
    }
    const content = SealedContent.safeParse(value);
    setWrong(!content.success);
    if (content.success) void run({ params: { id: round.id }, body: { content: content.data } });
  };
  return (
    <div className="comparison-form">
      <label>
        {text.revealText}
        <Input.TextArea rows={6} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <p className={isWrong ? 'issue' : 'soft'}>{isWrong ? text.notContent : text.revealHint}</p>
      <ProblemNote problem={problem} />
      <Button type="primary" loading={pending} disabled={typed.trim() === ''} onClick={reveal}>
        {text.reveal}
      </Button>
    </div>
  );
}

/** How far the sealing is, in counts, and the own part in it. */
export function SealingSection({ round }: { round: Round }): ReactElement | null {
  const text = useTexts(texts);
  const { sealing, own } = round;
  if (round.commitUntil === null) return null;
  const mine = own?.commitment ?? null;
  return (
    <section className="sheet spaced">
      <h2>{text.sealing}</h2>
      <p>{fill(text.sealedCount, { n: sealing.committed, m: sealing.expected, r: sealing.revealed })}</p>
      {sealing.refused === 0 ? null : <p>{fill(text.refusedCount, { n: sealing.refused })}</p>}
      {sealing.commitmentsDigest === null ? null : (
        <p>
          {text.digestOfAll} <span className="comparison-digest">{sealing.commitmentsDigest}</span>
        </p>
      )}
      {mine === null ? null : (
        <p>
          {text.yourDigest} {printInstant(mine.at)} {mine.keeping === 'own' ? text.kept : text.entrusted}{' '}
          <span className="comparison-digest">{mine.digest}</span>
        </p>
      )}
      {round.allowed.includes('commit') ? <SealForm key={mine?.id ?? 'first'} round={round} /> : null}
      {round.allowed.includes('reveal') ? <RevealForm round={round} /> : null}
    </section>
  );
}
