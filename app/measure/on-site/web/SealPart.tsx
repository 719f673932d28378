import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { sealActions, sealKinds, type Seal, type SealAction, type SealKind } from '../../verification/rules/seal.ts';
import { texts } from './text.ts';

type Props = { readonly seals: readonly Seal[]; readonly onChange: ((seals: readonly Seal[]) => void) | undefined };

const isKind = (text: string): text is SealKind => text in sealKinds;
const isAction = (text: string): text is SealAction => text in sealActions;

/** Stickers and seals by number, as they were put on or taken off in the presence of two. */
export function SealPart({ seals, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const [kind, setKind] = useState<SealKind>('sticker');
  const [action, setAction] = useState<SealAction>('applied');
  const [number, setNumber] = useState('');
  const [position, setPosition] = useState('');
  const add = (): void => {
    if (number.trim() === '') return;
    onChange?.([...seals, { kind, action, number: number.trim(), position: position.trim() === '' ? null : position.trim() }]);
    setNumber('');
    setPosition('');
  };
  return (
    <section className="site-part" aria-label={text.labels}>
      <h3>{text.labels}</h3>
      {seals.length === 0 ? <p className="soft">{text.nothing}</p> : null}
      <ul>
        {seals.map((seal) => (
          <li key={`${seal.kind} ${seal.action} ${seal.number}`}>
            {say(sealActions[seal.action])} {say(sealKinds[seal.kind])} <b>{seal.number}</b>{' '}
            <span className="soft">{seal.position ?? ''}</span>{' '}
            {onChange === undefined ? null : (
              <Button size="small" type="text" className="no-print" onClick={() => onChange(seals.filter((one) => one !== seal))}>
                {text.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onChange === undefined ? null : (
        <div className="site-fields no-print">
          <div>
            <label htmlFor={`${id}-kind`}>{text.labelKind}</label>
            <select id={`${id}-kind`} value={kind} onChange={({ target }) => (isKind(target.value) ? setKind(target.value) : undefined)}>
              {Object.entries(sealKinds).map(([value, words]) => (
                <option key={value} value={value}>
                  {say(words)}
                </option>
              ))}
            </select>
            <select
              aria-label={`${text.labelKind} 2`}
              value={action}
              onChange={({ target }) => (isAction(target.value) ? setAction(target.value) : undefined)}
            >
              {Object.entries(sealActions).map(([value, words]) => (
                <option key={value} value={value}>
                  {say(words)}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor={`${id}-number`}>{text.labelNumber}</label>
            <input
              id={`${id}-number`}
              autoComplete="off"
              maxLength={60}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                event.stopPropagation();
                add();
              }}
            />
          </div>
          <div>
            <label htmlFor={`${id}-position`}>{text.labelPlace}</label>
            <input
              id={`${id}-position`}
              autoComplete="off"
              maxLength={80}
              value={position}
              onChange={(event) => setPosition(event.target.value)}
            />
          </div>
          <Button onClick={add} disabled={number.trim() === ''}>
            {text.addLabel}
          </Button>
        </div>
      )}
    </section>
  );
}
