import { Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { canonical } from '@tongheng/seal/canonical';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { verificationEndpoints } from '../contract.ts';
import type { Verification } from '../contract/shapes.ts';
import { digestOfBytes } from './digest.ts';
import { texts } from './number-text.ts';
import './raw-record.css';

type Raw = ReplyOf<typeof verificationEndpoints.readRawRecord>;

/** The raw record as it was submitted, for whoever wants to compute it again without this program's pages. */
export function RawRecord({ record }: { record: Verification }): ReactElement {
  const text = useTexts(texts);
  const [sequence, setSequence] = useState<number>();
  const query = useEndpoint(verificationEndpoints.readRawRecord, {
    params: { id: record.id },
    query: sequence === undefined ? {} : { sequence },
  });
  return (
    <section className="sheet raw-record no-print">
      <h2>{text.raw}</h2>
      <Answer query={query}>{(raw) => <Kept raw={raw} name={record.recordNumber ?? record.id} onSequence={setSequence} />}</Answer>
    </section>
  );
}

/** Byte for byte as the digest was taken: no line break is added. */
function save(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

type KeptProps = { readonly raw: Raw; readonly name: string; readonly onSequence: (sequence: number) => void };

function Kept({ raw, name, onSequence }: KeptProps): ReactElement {
  const text = useTexts(texts);
  const [computed, setComputed] = useState<{ of: string; digest: string }>();
  useEffect(() => {
    let isShown = true;
    void digestOfBytes(new TextEncoder().encode(raw.record)).then((digest) => {
      if (isShown) setComputed({ of: raw.record, digest });
    });
    return () => {
      isShown = false;
    };
  }, [raw.record]);
  const said = JSON.parse(raw.record) as { readonly edition: string; readonly input: unknown };
  const input = `${name}-${raw.sequence}-input.json`;
  const isSame = computed?.of === raw.record ? computed.digest === raw.digest : undefined;
  return (
    <>
      {raw.submissions > 1 ? (
        <p className="line">
          {fill(text.rawSubmission, { n: raw.sequence, all: raw.submissions })}
          <Button disabled={raw.sequence === 1} onClick={() => onSequence(raw.sequence - 1)}>
            {text.rawEarlier}
          </Button>
          <Button disabled={raw.sequence === raw.submissions} onClick={() => onSequence(raw.sequence + 1)}>
            {text.rawLater}
          </Button>
        </p>
      ) : null}
      <p className="soft">
        {[
          printInstant(raw.submittedAt),
          ...raw.steps.map(
            ({ action, person, at }) => `${action === 'check' ? text.rawCheck : text.rawApprove} ${person} ${printInstant(at)}`,
          ),
        ].join(' · ')}
      </p>
      <p>
        {text.rawDigest}
        <code className="digest">{raw.digest}</code>
      </p>
      {isSame === undefined ? null : (
        <p className={isSame ? 'soft' : 'notice bad'} role="status">
          {isSame ? `✓ ${text.rawSame}` : text.rawOther}
        </p>
      )}
      <p className="line">
        <Button onClick={() => save(`${name}-${raw.sequence}.json`, raw.record)}>{text.rawSave}</Button>
        <Button onClick={() => save(input, canonical(said.input))}>{text.rawInput}</Button>
      </p>
      <p>{fill(text.rawHow, { input })}</p>
      <code className="digest">
        npx tongheng procedure run {said.edition} {input}
      </code>
    </>
  );
}
