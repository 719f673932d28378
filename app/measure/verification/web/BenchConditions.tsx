import type { Edition } from '@tongheng/procedures/edition';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { standardEndpoints } from '../../standard/contract.ts';
import type { Session } from '../contract/session.ts';
import type { StandardChoice, StandardUsed, Verification } from '../contract/shapes.ts';
import { conditionsOf } from '../rules/conditions.ts';
import { Conditions } from './Conditions.tsx';
import type { Draft } from './draft-saving.ts';
import { useActiveSession } from './SessionBar.tsx';
import { StandardList } from './StandardList.tsx';
import { StandardPicker } from './StandardPicker.tsx';
import { texts } from './text.ts';

type Props = {
  readonly record: Verification;
  readonly edition: Edition;
  readonly draft: Draft;
  readonly session: Session | null;
  readonly day: string;
  readonly wrong: ReadonlyMap<string, string>;
  readonly onChange: (draft: Draft) => void;
};

/** The conditions on the bench: those of the session, and what this record says otherwise. */
export function BenchConditions({ record, edition, draft, session, day, wrong, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const [isChoosing, setChoosing] = useState(false);
  const own = draft.standards;
  const fromSession = conditionsOf<StandardUsed>({ testedOn: null, environment: {}, standards: null }, session, edition).standards;
  const used = useChosen(own, record);
  return (
    <>
      <SessionLine draft={draft} session={session} day={day} onChange={onChange} />
      <Conditions edition={edition} draft={draft} session={session} wrong={wrong} onChange={onChange} />
      <div className="standards">
        <div className="line">
          <h2>{text.standard}</h2>
          <span className="soft">{own === null ? (session === null ? '' : text.standardsOfSession) : text.standardsOwn}</span>
          <Button size="small" onClick={() => setChoosing(true)}>
            {text.standardsChoose}
          </Button>
          {own === null || session === null ? null : (
            <Button size="small" type="link" onClick={() => onChange({ ...draft, standards: null })}>
              {text.standardsAsSession}
            </Button>
          )}
        </div>
        <StandardList standards={own === null ? fromSession : used} day={day} edition={edition} inWords={record.standardInWords} />
      </div>
      {isChoosing ? (
        <Dialog title={text.standardsChoose} onClose={() => setChoosing(false)}>
          <StandardPicker
            value={own ?? fromSession.map(({ role, standard, statement }) => ({ role, standard, statement }))}
            day={day}
            regulation={edition.regulation}
            onChange={(standards) => onChange({ ...draft, standards })}
          />
        </Dialog>
      ) : null}
    </>
  );
}

/** The record's own standards with what the register says of them today; those of the saved record as the server tells them. */
function useChosen(own: readonly StandardChoice[] | null, record: Verification): readonly StandardUsed[] {
  const query = useEndpoint(standardEndpoints.listStandards, { query: { limit: 200 } }, { enabled: own !== null });
  if (own === null) return [];
  return own.flatMap((choice): StandardUsed[] => {
    const told = record.standards.find(({ standard, role }) => standard === choice.standard && role === choice.role);
    if (told !== undefined) return [{ ...told, statement: choice.statement }];
    const standard = query.data?.items.find(({ id }) => id === choice.standard);
    if (standard === undefined) return [];
    const { number, name, model, serial, range, state, certificate } = standard;
    return [{ ...choice, number, name, model, serial, range, state, certificate }];
  });
}

type LineProps = Pick<Props, 'draft' | 'session' | 'day' | 'onChange'>;

function SessionLine({ draft, session, day, onChange }: LineProps): ReactElement | null {
  const text = useTexts(texts);
  const { session: active } = useActiveSession(day);
  if (session !== null) return <p className="session-line soft">{fill(text.inSession, { day: session.day, place: session.place })}</p>;
  if (active === undefined || draft.session !== null) return null;
  return (
    <p className="session-line no-print">
      <Button size="small" onClick={() => onChange({ ...draft, session: active.id, testedOn: null })}>
        {fill(text.useSession, { day: active.day, place: active.place })}
      </Button>
    </p>
  );
}
