import { App } from 'antd';
import type { ReactElement } from 'react';
import { useGo, usePathParam } from '../../../web/address.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty, NotFound } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { entryEndpoints } from '../contract.ts';
import type { Content } from '../rules/kind.ts';
import { isEntryKind, kindOf, type EntryKind } from '../rules/kinds.ts';
import { EntryForm } from './EntryForm.tsx';
import { useKinds, type Kinds } from './kinds.ts';
import { texts } from './text.ts';

/** Submits an entry of the kind in the address. */
export function SubmitPage(): ReactElement {
  const kind = usePathParam('kind');
  const query = useKinds();
  if (!isEntryKind(kind)) return <NotFound />;
  return <Answer query={query}>{(kinds) => <Form key={kind} kind={kind} kinds={kinds} />}</Answer>;
}

const empty = (region: string, title: string): Content => ({
  level: null,
  region,
  title,
  documentNumber: '',
  issuer: '',
  since: '',
  until: null,
  payload: {},
  phases: [],
});

function Form({ kind, kinds }: { kind: EntryKind; kinds: Kinds }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const { message } = App.useApp();
  const { organization, roles } = useCaller();
  const { run, pending, problem } = useAction(entryEndpoints.submitEntry);
  const list = `/desk/entries?kind=${kind}`;
  const mayStart = kinds.items.find((one) => one.id === kind)?.maySubmit === true;
  if (!mayStart) return <Empty title={text.mayNotSubmit} action={<a href={list}>{text.back}</a>} />;
  // An enterprise's own commitment bears its registered name.
  const own = kindOf(kind).ownedBySubject === true && roles.includes('holder');
  return (
    <>
      <PageHead title={`${text.submit} · ${say(kindOf(kind).words)}`} lead={text.lead} />
      <EntryForm
        kind={kind}
        initial={empty(organization.region, own ? organization.name : '')}
        draft={`entry-${kind}`}
        pending={pending}
        problem={problem}
        onCancel={list}
        onSubmit={(content, files, forget) =>
          void run({ body: { kind, content: content as never, files: files.map((file) => file.id) } }).then((entry) => {
            if (entry === undefined) return;
            forget();
            void message.success(text.sent, 4);
            go(`/desk/entries/${entry.id}`);
          })
        }
      />
    </>
  );
}
