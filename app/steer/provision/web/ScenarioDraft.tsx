import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { provisionEndpoints } from '../contract.ts';
import { DocumentDates } from './DocumentDates.tsx';
import { SettingForm } from './SettingForm.tsx';
import { texts } from './text.ts';
import './provision.css';

/** A scenario begins with what the program proposes; every condition may be changed before it is solved. */
export function ScenarioDraft(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const query = useEndpoint(provisionEndpoints.readProvisionBasis, {});
  const { run, pending, problem } = useAction(provisionEndpoints.openScenario, { onDone: (page) => go(`/desk/provision/${page.id}`) });
  return (
    <>
      <PageHead title={text.newScenario} lead={<a href="/desk/provision">{text.scenarios}</a>} />
      <Answer query={query} rows={8}>
        {(basis) => (
          <div className="stack">
            <p className="soft">
              <DocumentDates targets={basis.documentTargets} />
            </p>
            <div className="sheet provision-fields">
              <div className="field">
                <label htmlFor="scenario-name">{text.name}</label>
                <Input id="scenario-name" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
              </div>
              <div className="field">
                <label htmlFor="scenario-note">{text.note}</label>
                <Input id="scenario-note" value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
              </div>
            </div>
            <ProblemNote problem={problem} />
            <SettingForm
              basis={basis}
              initial={basis.setting}
              pending={pending}
              onSolve={(setting) => void run({ body: { name, note: note.trim() === '' ? null : note, setting } })}
            />
          </div>
        )}
      </Answer>
    </>
  );
}
