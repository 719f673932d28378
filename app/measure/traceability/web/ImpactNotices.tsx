import { App, Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { impactEndpoints } from '../contract/impact.ts';
import type { Notice } from '../contract/impact-shapes.ts';
import { noticeKinds } from '../rules/impact.ts';
import type { Details } from './ImpactCase.tsx';
import { noticeTags } from './impact-states.ts';
import { texts } from './impact-text.ts';
import './traceability.css';
import './traceability.css';

function Kind({ kind }: { kind: Notice['kind'] }): ReactElement {
  return <>{useSay()(noticeKinds[kind])}</>;
}

/** The drafts and what became of them; each as PDF and as a Word file. */
export function ImpactNotices({ details: { id, notices } }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const maySettle = usePermit('traceability.decide');
  const [settling, setSettling] = useState<{ notice: Notice; state: 'issued' | 'dropped' }>();
  const [saving, setSaving] = useState<string>();
  const save = async (notice: Notice, format: 'pdf' | 'docx', language: 'zh' | 'en'): Promise<void> => {
    setSaving(`${notice.id} ${format} ${language}`);
    try {
      await download(impactEndpoints.downloadNotice, { params: { id, notice: notice.id }, query: { format, language } });
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    } finally {
      setSaving(undefined);
    }
  };
  const files = (notice: Notice, language: 'zh' | 'en'): ReactElement => (
    <div className="notice-files">
      {language === 'en' ? <span className="soft">{text.reading}</span> : null}
      {(['pdf', 'docx'] as const).map((format) => (
        <Button
          key={format}
          size="small"
          aria-label={`${language === 'en' ? text.reading : ''} ${format === 'pdf' ? text.pdf : text.word} ${notice.number}`.trim()}
          loading={saving === `${notice.id} ${format} ${language}`}
          onClick={() => void save(notice, format, language)}
        >
          {format === 'pdf' ? text.pdf : text.word}
        </Button>
      ))}
    </div>
  );
  const columns: readonly Column<Notice>[] = [
    { key: 'number', title: ['编号', 'Number'], show: (one) => one.documentNumber ?? one.number },
    { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (one) => <Kind kind={one.kind} /> },
    { key: 'to', title: ['发往', 'To'], show: (one) => one.organization.name },
    { key: 'certificates', title: ['证书数', 'Certificates'], narrow: true, show: (one) => one.certificates },
    { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={noticeTags} state={one.state} /> },
    {
      key: 'actions',
      title: ['文件', 'File'],
      show: (one) => (
        <>
          {files(one, 'zh')}
          {files(one, 'en')}
          {one.state === 'drafted' && maySettle ? (
            <>
              <Button size="small" onClick={() => setSettling({ notice: one, state: 'issued' })}>
                {text.issue}
              </Button>{' '}
              <Button size="small" onClick={() => setSettling({ notice: one, state: 'dropped' })}>
                {text.drop}
              </Button>
            </>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <section className="sheet spaced">
      <h2>{text.notices}</h2>
      {notices.length === 0 ? (
        <p className="soft">{text.noNotice}</p>
      ) : (
        <DataRows items={notices} columns={columns} rowKey={(one) => one.id} caption={['通知', 'Notices']} />
      )}
      {settling === undefined ? null : <Settling id={id} {...settling} onClose={() => setSettling(undefined)} />}
    </section>
  );
}

type Props = { id: Details['id']; notice: Notice; state: 'issued' | 'dropped'; onClose: () => void };
function Settling({ id, notice, state, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const [documentNumber, setDocumentNumber] = useState('');
  const { run, pending, problem } = useAction(impactEndpoints.settleNotice, { onDone: onClose });
  const issued = state === 'issued';
  return (
    <ReasonDialog
      title={issued ? text.issue : text.drop}
      atLeast={issued ? 0 : 2}
      pending={pending}
      problem={problem}
      onCancel={onClose}
      onConfirm={(reason) =>
        void run({
          params: { id, notice: notice.id },
          body: { state, documentNumber: issued ? documentNumber : null, reason: issued ? null : reason },
        })
      }
    >
      {issued ? (
        <label>
          {text.documentNumber}
          <Input value={documentNumber} onChange={(event) => setDocumentNumber(event.target.value)} />
        </label>
      ) : null}
    </ReasonDialog>
  );
}
