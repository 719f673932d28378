import { useId, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { standardEndpoints, type Standard } from '../../standard/contract.ts';
import type { StandardChoice } from '../contract/shapes.ts';
import { qualityText, StandardState } from './StandardList.tsx';
import { texts } from './text.ts';

type Props = {
  readonly value: readonly StandardChoice[];
  readonly onChange: (choices: StandardChoice[]) => void;
  readonly day: string;
  /** Only standards that are registered for this regulation. */
  readonly regulation?: string;
};

/** The institute's standards, to be ticked; one serves in every role that it is registered for. */
export function StandardPicker({ value, onChange, day, regulation }: Props): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(standardEndpoints.listStandards, { query: { limit: 200 } });
  const fits = (role: string): boolean => regulation === undefined || role.startsWith(`${regulation}:`);
  return (
    <Answer query={query} rows={3}>
      {({ items }) => {
        const suitable = items.filter(({ roles, state }) => state !== 'retired' && roles.some(fits));
        if (suitable.length === 0) return <Empty title={text.noStandards} action={<a href="/desk/standards">{text.toStandards}</a>} />;
        return (
          <ul className="standard-picker">
            {suitable.map((standard) => (
              <Choice
                key={standard.id}
                standard={standard}
                day={day}
                chosen={value.filter((choice) => choice.standard === standard.id)}
                onChange={(chosen) => onChange([...value.filter((choice) => choice.standard !== standard.id), ...chosen])}
                roles={standard.roles.filter(fits)}
              />
            ))}
          </ul>
        );
      }}
    </Answer>
  );
}

type ChoiceProps = {
  readonly standard: Standard;
  readonly day: string;
  readonly roles: Standard['roles'];
  readonly chosen: readonly StandardChoice[];
  readonly onChange: (chosen: StandardChoice[]) => void;
};

function Choice({ standard, day, roles, chosen, onChange }: ChoiceProps): ReactElement {
  const text = useTexts(texts);
  const id = useId();
  const statement = chosen[0]?.statement ?? '';
  const choose = (words: string): StandardChoice[] =>
    roles.map((role) => ({ role, standard: standard.id, statement: words.trim() === '' ? null : words }));
  return (
    <li>
      <label>
        <input type="checkbox" checked={chosen.length > 0} onChange={(event) => onChange(event.target.checked ? choose('') : [])} />{' '}
        <b>{standard.name}</b> {standard.number} · {standard.range} · {qualityText(standard.certificate)}{' '}
      </label>
      <StandardState used={{ state: standard.state, certificate: standard.certificate }} day={day} />
      {chosen.length === 0 ? null : (
        <div className="statement">
          <label htmlFor={id} className="soft">
            {text.statement}
          </label>
          <input id={id} value={statement} maxLength={300} onChange={(event) => onChange(choose(event.target.value))} />
        </div>
      )}
    </li>
  );
}
