import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import type { Text } from '../../../kernel/text.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { SaveFile } from '../../division/web/SaveFile.tsx';
import { ledgerImportEndpoints } from '../contract.ts';
import { rowVerdictNames, rowVerdicts } from '../rules/states.ts';
import { RowTable } from './RowTable.tsx';
import { importTable } from './states.ts';
import { happenings, texts } from './text.ts';
import './ledger-import.css';

type Details = ReplyOf<typeof ledgerImportEndpoints.readLedgerImport>;

/** One import: what was found, the choice, how far it is. While the background works the page asks again. */
export function ImportPage(): ReactElement {
  const id = usePathParam('id');
  const first = useEndpoint(ledgerImportEndpoints.readLedgerImport, { params: { id: id as never } });
  const isAtWork = first.data?.status === 'reading' || first.data?.status === 'applying';
  const query = useEndpoint(
    ledgerImportEndpoints.readLedgerImport,
    { params: { id: id as never } },
    isAtWork ? { everyMilliseconds: 2000 } : {},
  );
  return <Answer query={query}>{(one) => <Shown one={one} />}</Answer>;
}

function Shown({ one }: { one: Details }): ReactElement {
  const text = useTexts(texts);
  const params = { id: one.id };
  const applying = (name: 'all' | 'new' | 'changed', label: Text, kind?: 'primary') =>
    recordAction({
      name,
      label,
      endpoint: ledgerImportEndpoints.applyLedgerImport,
      request: () => ({ params, body: { choice: name } }),
      confirm: ['选定的行将写入台账，每一处变化都留有记录。', 'The chosen rows are written into the ledger; every change is recorded.'],
      done: ['已开始写入', 'The writing has begun'],
      ...(kind === undefined ? {} : { kind }),
    });
  const { counts, allowed } = one;
  const actions = [
    applying(
      'all',
      [`导入全部新增和变更（${printNumber(counts.open)} 行）`, `Import all that is new or changed (${printNumber(counts.open)})`],
      'primary',
    ),
    applying('new', ['只导入新增', 'New ones only']),
    applying('changed', ['只导入变更', 'Changed ones only']),
    recordAction({
      name: 'resume',
      label: ['继续', 'Go on'],
      endpoint: ledgerImportEndpoints.resumeLedgerImport,
      request: () => ({ params }),
      done: ['已继续', 'Taken up again'],
      kind: 'primary',
    }),
    recordAction({
      name: 'abandon',
      label: ['放弃', 'Give up'],
      endpoint: ledgerImportEndpoints.abandonLedgerImport,
      request: () => ({ params }),
      confirm: [
        '放弃后不能再导入这个文件的行，需要时请重新上传。',
        'Its rows cannot be imported any more; upload the file again when needed.',
      ],
      done: ['已放弃', 'Given up'],
      kind: 'danger',
    }),
  ];
  const possible = [
    ...(allowed.includes('apply') ? ['all', ...(counts.new > 0 && counts.changed > 0 ? ['new', 'changed'] : [])] : []),
    ...allowed.filter((action) => action !== 'apply'),
  ];
  return (
    <div className="ledger-import">
      <PageHead
        title={one.fileName}
        state={<StatusTag states={importTable} state={one.status} />}
        lead={`${one.organization} · ${one.person} ${printInstant(one.recordedAt)}`}
        actions={
          <>
            <ActionBar actions={actions} allowed={possible} />
            {counts.refused === 0 ? null : (
              <SaveFile endpoint={ledgerImportEndpoints.downloadRefusedRows} request={{ params }} label={text.refusals} />
            )}
            <Button href="/desk/ledger-imports">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <Standing one={one} />
          {one.comparedAt === null ? null : <RowTable one={one} />}
        </div>
        <Aside one={one} />
      </div>
    </div>
  );
}

function Standing({ one }: { one: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search] = useSearchState();
  const { counts, status } = one;
  const done = printNumber(counts.applied);
  return (
    <section className="sheet stack" aria-live="polite">
      {status === 'reading' ? <p>{text.readingNow}</p> : null}
      {one.refusal === null ? null : <p role="alert">{one.refusal}</p>}
      {status === 'applying' ? (
        <>
          <p>{fill(text.applyingNow, { done, all: printNumber(counts.chosen) })}</p>
          <progress aria-label={text.progress} value={counts.applied} max={Math.max(counts.chosen, 1)} />
        </>
      ) : null}
      {status === 'done' ? <p>{fill(text.applied, { n: done })}</p> : null}
      {one.comparedAt === null ? null : (
        <nav className="verdict-links" aria-label={text.rows}>
          {rowVerdictNames.map((verdict) => (
            <a
              key={verdict}
              href={`/desk/ledger-imports/${one.id}?verdict=${verdict}`}
              {...(search['verdict'] === verdict ? { 'aria-current': 'page' as const } : {})}
            >
              {say(rowVerdicts[verdict])}
              <b className="number">{printNumber(counts[verdict])}</b>
            </a>
          ))}
          {counts.warned === 0 ? null : (
            <a
              href={`/desk/ledger-imports/${one.id}?warned=true`}
              {...(search['warned'] === 'true' ? { 'aria-current': 'page' as const } : {})}
            >
              {text.warned}
              <b className="number">{printNumber(counts.warned)}</b>
            </a>
          )}
        </nav>
      )}
      {counts.refused === 0 ? null : <p className="soft">{text.refusalsHint}</p>}
    </section>
  );
}

function Aside({ one }: { one: Details }): ReactElement {
  const text = useTexts(texts);
  const words: Readonly<Record<string, string>> = useTexts(happenings);
  return (
    <div className="stack">
      {one.notices.length === 0 && one.columns.length === 0 ? null : (
        <section className="sheet">
          <h2>{text.notices}</h2>
          <ul>
            {one.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
          <details>
            <summary>{text.columns}</summary>
            <dl className="facts">
              {one.columns.map(({ field, label, heading }) => (
                <div key={field}>
                  <dt>{label}</dt>
                  <dd>{heading}</dd>
                </div>
              ))}
            </dl>
          </details>
        </section>
      )}
      <div className="sheet">
        <Timeline
          label={text.timeline}
          happenings={[...one.timeline].reverse().map((event) => ({
            at: event.at,
            title: words[event.kind.split('.')[1] ?? ''] ?? event.kind,
            by: event.person ?? undefined,
            note: event.reason ?? undefined,
          }))}
        />
      </div>
    </div>
  );
}
