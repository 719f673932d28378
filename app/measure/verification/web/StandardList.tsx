import type { Edition } from '@tongheng/procedures/edition';
import type { ReactElement } from 'react';
import { printQuantity } from '../../../web/figures.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import { standardStates } from '../../standard/rules.ts';
import type { StandardUsed } from '../contract/shapes.ts';
import { roleOf } from '../rules/conditions.ts';
import { texts } from './text.ts';

type Quality = NonNullable<StandardUsed['certificate']>;

/** What a certificate says about how good the standard is, in its own words. */
export function qualityText({
  quality,
  value,
  unit,
  coverageFactor,
  accuracyClass,
}: Pick<Quality, 'quality' | 'value' | 'unit' | 'coverageFactor' | 'accuracyClass'>): string {
  if (quality === 'class') return accuracyClass ?? '';
  const figure = printQuantity(value ?? '', unit ?? '');
  return quality === 'mpe' ? `MPE ±${figure}` : `U = ${figure}${coverageFactor === null ? '' : `, k = ${coverageFactor}`}`;
}

/** Whether a standard may be used on a day, in one word; an expired one is unmistakable. */
export function StandardState({ used, day }: { used: Pick<StandardUsed, 'state' | 'certificate'>; day: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { state, certificate } = used;
  if (state !== 'in-service')
    return <b className="standard-mark bad">✗ {state === null ? text.standardUnknown : say(standardStates[state])}</b>;
  if (certificate === null) return <b className="standard-mark bad">✗ {text.standardUntraced}</b>;
  if (certificate.validUntil < day)
    return (
      <b className="standard-mark bad">
        ✗ {text.standardExpired} {certificate.validUntil}
      </b>
    );
  return (
    <span className="standard-mark">
      {text.standardValid} {certificate.validUntil}
    </span>
  );
}

type Props = {
  readonly standards: readonly StandardUsed[];
  readonly day: string;
  readonly edition?: Pick<Edition, 'regulation' | 'standards'> | undefined;
  /** Only in words, in records from before standards were registered. */
  readonly inWords?: string | null;
};

/** The standards of a record or a session, with certificate and validity; roles that nobody fills are named. */
export function StandardList({ standards, day, edition, inWords = null }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const open = (edition?.standards ?? []).filter(
    ({ id }) => edition !== undefined && !standards.some(({ role }) => role === roleOf(edition.regulation, id)),
  );
  const byStandard = new Map(standards.map((used) => [used.standard, used]));
  return (
    <ul className="standard-list">
      {inWords === null || inWords === '' ? null : <li>{inWords}</li>}
      {[...byStandard.values()].map((used) => (
        <li key={used.standard}>
          <b>{used.name}</b> {used.number} · {used.range} ·{' '}
          {used.certificate === null ? '' : `${qualityText(used.certificate)} · ${used.certificate.number} · `}
          <StandardState used={used} day={day} />
        </li>
      ))}
      {open.map(({ id, title, requirement }) => (
        <li key={id} className="open">
          {say(title)} <span title={say(requirement.value)}>{text.standardOpen}</span>
        </li>
      ))}
    </ul>
  );
}
