import type { ReactElement } from 'react';
import { useDraft } from '../../../web/draft.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../web/language.ts';
import { examples } from '../rules/examples.ts';
import { SaveForm } from './SaveForm.tsx';
import { texts } from './text.ts';
import { Workbench } from './view/Workbench.tsx';
import './uncertainty.css';

/** A new evaluation: what was typed stays on this device until it is saved. */
export function DraftPage(): ReactElement {
  const text = useTexts(texts);
  const [draft, setDraft, forget] = useDraft('uncertainty', { title: '', note: '', model: examples[0]?.model ?? '{}' });
  return (
    <>
      <PageHead title={text.draftTitle} lead={text.draftLead} />
      <div className="stack">
        <Workbench text={draft.model} onText={(model) => setDraft({ ...draft, model })} />
        <SaveForm
          {...draft}
          onTitle={(title) => setDraft({ ...draft, title })}
          onNote={(note) => setDraft({ ...draft, note })}
          onSaved={forget}
        />
      </div>
    </>
  );
}
