import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useDraft } from '../../../web/draft.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Forbidden } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { uncertaintyEndpoints, type Version } from '../contract.ts';
import { SaveForm } from './SaveForm.tsx';
import { texts } from './text.ts';
import { Workbench } from './view/Workbench.tsx';
import './uncertainty.css';

/** The latest version on the bench, to become the next one. */
export function RevisionPage(): ReactElement {
  const id = usePathParam('id') as Version['evaluation']['id'];
  const query = useEndpoint(uncertaintyEndpoints.readUncertainty, { params: { id } });
  return <Answer query={query}>{(evaluation) => (evaluation.mayRevise ? <Latest evaluation={evaluation} /> : <Forbidden />)}</Answer>;
}

type Page = ReplyOf<typeof uncertaintyEndpoints.readUncertainty>;

function Latest({ evaluation }: { evaluation: Page }): ReactElement {
  const { id, latest } = evaluation;
  const query = useEndpoint(uncertaintyEndpoints.readUncertaintyVersion, { params: { id, number: latest.number } });
  return <Answer query={query}>{(version) => <Revision key={version.digest} version={version} />}</Answer>;
}

function Revision({ version }: { version: Version }): ReactElement {
  const text = useTexts(texts);
  const { id } = version.evaluation;
  const [draft, setDraft, forget] = useDraft(`uncertainty-${version.digest.slice(0, 12)}`, {
    title: version.title,
    note: '',
    model: version.model,
  });
  return (
    <>
      <PageHead
        title={text.revisionTitle}
        lead={
          <span className="evaluation-lead">
            <a href={`/desk/uncertainty/evaluations/${id}`}>{version.evaluation.code}</a>{' '}
            {fill(text.revisionLead, { n: version.number, next: version.number + 1 })}
          </span>
        }
      />
      <div className="stack">
        <Workbench text={draft.model} onText={(model) => setDraft({ ...draft, model })} />
        <SaveForm
          {...draft}
          revises={{ id, latest: version.number }}
          onTitle={(title) => setDraft({ ...draft, title })}
          onNote={(note) => setDraft({ ...draft, note })}
          onSaved={forget}
        />
      </div>
    </>
  );
}
