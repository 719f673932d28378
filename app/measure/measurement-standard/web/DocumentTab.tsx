import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { confidences } from '../../../kernel/confidence.ts';
import { usePathParam } from '../../../web/address.ts';
import { download } from '../../../web/client.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant, printList } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { uncertaintyEndpoints } from '../../uncertainty/contract.ts';
import { documentEndpoints, type Papers } from '../contract/document.ts';
import { performanceTexts } from './performance-text.ts';

/** The page of the documents that the records give. */
export function DocumentPage(): ReactElement {
  const text = useTexts(performanceTexts);
  const id = usePathParam('id');
  return (
    <>
      <PageHead
        title={text.documents}
        lead={text.documentsLead}
        actions={
          <>
            <Button href={`/desk/measurement-standards/${id}/performance`}>{text.title}</Button>
            <Button href={`/desk/measurement-standards/${id}`}>{text.dossier}</Button>
          </>
        }
      />
      <DocumentTab id={id} />
    </>
  );
}

/** Documents of a measurement standard, the parts that a person writes, and the evaluations that the report takes. */
export function DocumentTab({ id }: { id: string }): ReactElement {
  const query = useEndpoint(documentEndpoints.readMeasurementStandardPapers, { params: { id: id as never } });
  return (
    <Answer query={query}>
      {(papers) => (
        <div className="stack">
          <PaperList id={id} papers={papers} />
          <Sections id={id} papers={papers} />
          <Evaluations id={id} papers={papers} />
        </div>
      )}
    </Answer>
  );
}

type Props = { readonly id: string; readonly papers: Papers };

function PaperList({ id, papers }: Props): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const language = useLanguage();
  const get = (paper: Papers['papers'][number]['name'], format: 'docx' | 'pdf'): void =>
    void download(documentEndpoints.printMeasurementStandardPaper, { params: { id: id as never, paper }, query: { format } });
  const columns: readonly Column<Papers['papers'][number]>[] = [
    { key: 'title', title: ['文件', 'Document'], show: (one) => one.title },
    {
      key: 'gaps',
      title: ['所缺', 'Missing'],
      show: (one) => (one.gaps.length === 0 ? text.complete : fill(text.gaps, { list: printList(one.gaps, language) })),
    },
    {
      key: 'source',
      title: ['栏目依据', 'Sections after'],
      show: (one) => <span className="soft">{`${one.source}（${say(confidences[one.confidence])}）`}</span>,
    },
    {
      key: 'files',
      title: ['下载', 'Files'],
      narrow: true,
      show: (one) => (
        <>
          <Button size="small" onClick={() => get(one.name, 'docx')}>
            {text.word}
          </Button>{' '}
          <Button size="small" onClick={() => get(one.name, 'pdf')}>
            {text.pdf}
          </Button>
        </>
      ),
    },
  ];
  return (
    <section className="sheet spaced">
      <h2>{text.documents}</h2>
      <DataRows
        items={papers.papers}
        columns={columns}
        rowKey={({ name }) => name}
        caption={['由记录生成的文件', 'Documents from the records']}
      />
    </section>
  );
}

function Sections({ id, papers }: Props): ReactElement {
  const text = useTexts(performanceTexts);
  const [writing, setWriting] = useState<Papers['sections'][number]>();
  const columns: readonly Column<Papers['sections'][number]>[] = [
    { key: 'title', title: ['部分', 'Part'], show: (one) => one.title },
    {
      key: 'text',
      title: ['文本', 'Text'],
      show: (one) => (one.text === null ? '/' : one.text.length > 120 ? `${one.text.slice(0, 120)}…` : one.text),
    },
    {
      key: 'person',
      title: ['撰写', 'Written'],
      narrow: true,
      show: (one) => (one.person === null || one.at === null ? null : `${one.person} ${printInstant(one.at)}`),
    },
    {
      key: 'write',
      title: ['办理', 'Actions'],
      narrow: true,
      show: (one) =>
        papers.mayWrite ? (
          <Button size="small" type="link" onClick={() => setWriting(one)}>
            {text.write}
          </Button>
        ) : null,
    },
  ];
  return (
    <section className="sheet spaced">
      <h2>{text.sections}</h2>
      <DataRows items={papers.sections} columns={columns} rowKey={({ section }) => section} caption={['撰写部分', 'Written parts']} />
      {writing === undefined ? null : (
        <Dialog title={`${text.write} ${writing.title}`} onClose={() => setWriting(undefined)}>
          <RecordForm
            endpoint={documentEndpoints.writeReportSection}
            params={{ id }}
            fixed={{ section: writing.section }}
            initial={{ text: writing.text ?? '' }}
            fields={[{ name: 'text', label: ['文本', 'Text'], kind: 'long' }]}
            draft={`section ${id} ${writing.section}`}
            onDone={() => setWriting(undefined)}
          />
        </Dialog>
      )}
    </section>
  );
}

function Evaluations({ id, papers }: Props): ReactElement {
  const text = useTexts(performanceTexts);
  const [linking, setLinking] = useState(false);
  const [ending, setEnding] = useState<string>();
  const unlink = useAction(documentEndpoints.unlinkUncertaintyEvaluation, { onDone: () => setEnding(undefined) });
  const columns: readonly Column<Papers['evaluations'][number]>[] = [
    { key: 'subject', title: ['项目', 'Subject'], show: (one) => one.subject },
    {
      key: 'code',
      title: ['评定', 'Evaluation'],
      show: (one) => <a href={`/desk/uncertainty/evaluations/${one.evaluation}`}>{one.code}</a>,
    },
    {
      key: 'version',
      title: ['版本', 'Version'],
      show: (one) => (one.inForce === null ? text.unreleased : fill(text.version, { n: one.inForce })),
    },
    {
      key: 'end',
      title: ['办理', 'Actions'],
      narrow: true,
      show: (one) =>
        papers.mayWrite ? (
          <Button size="small" type="link" onClick={() => setEnding(one.id)}>
            {text.unlink}
          </Button>
        ) : null,
    },
  ];
  return (
    <section className="sheet spaced">
      <h2>{text.evaluations}</h2>
      {papers.evaluations.length === 0 ? (
        <p className="soft">{text.noEvaluations}</p>
      ) : (
        <DataRows items={papers.evaluations} columns={columns} rowKey={({ id: own }) => own} caption={['不确定度评定', 'Evaluations']} />
      )}
      {papers.mayWrite ? <Button onClick={() => setLinking(true)}>{text.link}</Button> : null}
      {linking ? <LinkDialog id={id} onClose={() => setLinking(false)} /> : null}
      {ending === undefined ? null : (
        <ReasonDialog
          title={text.unlink}
          atLeast={2}
          pending={unlink.pending}
          problem={unlink.problem}
          onConfirm={(reason) => void unlink.run({ params: { id: id as never, link: ending }, body: { reason } })}
          onCancel={() => setEnding(undefined)}
        />
      )}
    </section>
  );
}

function LinkDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const text = useTexts(performanceTexts);
  const query = useEndpoint(uncertaintyEndpoints.listUncertainties, { query: { limit: 200 } });
  return (
    <Dialog title={text.link} onClose={onClose}>
      <Answer query={query} rows={2}>
        {({ items }) => (
          <RecordForm
            endpoint={documentEndpoints.linkUncertaintyEvaluation}
            params={{ id }}
            fields={[
              {
                name: 'evaluation',
                label: ['评定', 'Evaluation'],
                kind: 'choice',
                options: items.map((one) => ({ value: one.id, label: `${one.code} ${one.title}` })),
              },
              { name: 'subject', label: ['用于哪项检定或校准', 'Which verification or calibration it is about'] },
            ]}
            onDone={onClose}
          />
        )}
      </Answer>
    </Dialog>
  );
}
