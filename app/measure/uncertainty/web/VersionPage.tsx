import { Button } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { usePathParam } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { uncertaintyEndpoints, type Version } from '../contract.ts';
import { readRecord } from '../rules/record.ts';
import { RecomputeButton } from './RecomputeButton.tsx';
import { versionTags } from './states.ts';
import { texts } from './text.ts';
import { AnswerView } from './view/AnswerView.tsx';
import './uncertainty.css';

/** One version as it was saved: its standing, its results, the model itself. */
export function VersionPage(): ReactElement {
  const params = { id: usePathParam('id') as Version['evaluation']['id'], number: Number(usePathParam('number')) };
  const query = useEndpoint(uncertaintyEndpoints.readUncertaintyVersion, { params });
  return <Answer query={query}>{(version) => <Kept version={version} />}</Answer>;
}

function Kept({ version }: { version: Version }): ReactElement {
  const text = useTexts(texts);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const record = readRecord(version.record);
  const { evaluation } = version;
  const address = `/desk/uncertainty/evaluations/${evaluation.id}`;
  const params = { id: evaluation.id, number: version.number };
  const save = async (format: 'pdf' | 'xlsx' | 'json'): Promise<void> => {
    setProblem(undefined);
    await download(uncertaintyEndpoints.exportUncertaintyVersion, { params, query: { format } }).catch((error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    });
  };
  return (
    <>
      <PageHead
        title={`${version.title} ${fill(text.version, { n: version.number })}`}
        state={<StatusTag states={versionTags} state={version.state} />}
        lead={
          <span className="evaluation-lead">
            <a href={address}>{evaluation.code}</a>
            {` · ${evaluation.organization}${evaluation.demonstration ? ` · ${text.demonstration}` : ''}`}
          </span>
        }
        actions={
          <>
            <Button onClick={() => void save('pdf')}>{text.pdf}</Button>
            <Button onClick={() => void save('xlsx')}>{text.workbook}</Button>
            <Button onClick={() => void save('json')}>{text.file}</Button>
          </>
        }
      />
      <ProblemNote problem={problem} />
      <div className="stack">
        <Standing version={version} />
        <Actions version={version} />
        <section className="sheet">
          <AnswerView answer={record.answer} coverage={record.coverage} />
        </section>
        <section className="sheet">
          <h2>{text.model}</h2>
          <Scroll label={text.model} framed={false}>
            <pre className="kept-model">{version.model}</pre>
          </Scroll>
          <RecomputeButton model={version.model} kept={record.answer} />
        </section>
      </div>
    </>
  );
}

function Standing({ version }: { version: Version }): ReactElement {
  const text = useTexts(texts);
  const { evaluation, release, ending } = version;
  const decided = (decision: NonNullable<Version['release']>): string =>
    [decision.by ?? '–', printInstant(decision.at), decision.reason].filter((part) => part !== null).join(' · ');
  const facts: (readonly [string, ReactNode])[] = [
    [text.citation, <Citation key="citation" version={version} />],
    [text.by, `${version.by ?? '–'} · ${printInstant(version.at)}`],
    [text.releasedBy, release === null ? text.notReleased : decided(release)],
    ...(ending === null ? [] : [[text.endedBy, decided(ending)] as const]),
    ...(version.note === '' ? [] : [[text.note, version.note] as const]),
    [text.engine, version.engine],
    [text.digest, <code key="digest">{version.digest}</code>],
  ];
  return (
    <section className="sheet standing">
      {version.state === 'drafted' ? <p className="notice">{text.draftWarning}</p> : null}
      {version.state !== 'in-force' && evaluation.inForce !== null ? (
        <p className="notice">
          <a href={`/desk/uncertainty/evaluations/${evaluation.id}/versions/${evaluation.inForce}`}>
            {fill(text.otherInForce, { n: evaluation.inForce })}
          </a>
        </p>
      ) : null}
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The code of the version, and the sentence that a procedure or a standard writes. */
function Citation({ version }: { version: Version }): ReactElement {
  const text = useTexts(texts);
  const [isCopied, setCopied] = useState(false);
  const sentence = fill(text.citeText, { citation: version.citation, title: version.title, organization: version.evaluation.organization });
  const copy = (): void => {
    void navigator.clipboard?.writeText(`${sentence} (SHA-256 ${version.digest})`).then(() => setCopied(true));
  };
  return (
    <>
      <b>{version.citation}</b>{' '}
      {window.isSecureContext ? (
        <Button size="small" type="link" onClick={copy}>
          {isCopied ? text.copied : text.copy}
        </Button>
      ) : null}
    </>
  );
}

function Actions({ version }: { version: Version }): ReactElement {
  const text = useTexts(texts);
  const params = { id: version.evaluation.id, number: version.number };
  return (
    <div className="action-bar">
      <ActionBar
        allowed={version.allowed}
        actions={[
          recordAction({
            name: 'release',
            label: ['发布', 'Release'],
            endpoint: uncertaintyEndpoints.releaseUncertaintyVersion,
            request: (reason) => ({ params, body: { reason } }),
            confirm: [
              '发布后成为现行版本，可供规程和计量标准引用；原现行版本即被代替。请写明审核意见。',
              'It becomes the version in force, to be cited; the one in force before is superseded. Write what was reviewed.',
            ],
            reason: 2,
            done: ['已发布', 'Released'],
            kind: 'primary',
          }),
          recordAction({
            name: 'withdraw',
            label: ['停用', 'Withdraw'],
            endpoint: uncertaintyEndpoints.withdrawUncertaintyVersion,
            request: (reason) => ({ params, body: { reason } }),
            confirm: ['停用后不能恢复，内容和经过保留。', 'It cannot be put back; content and history stay.'],
            reason: 4,
            done: ['已停用', 'Withdrawn'],
            kind: 'danger',
          }),
        ]}
      />
      {version.allowed.includes('revise') ? (
        <Button href={`/desk/uncertainty/evaluations/${version.evaluation.id}/revision`}>{text.revise}</Button>
      ) : null}
      {version.number > 1 ? (
        <Button href={`/desk/uncertainty/evaluations/${version.evaluation.id}/comparison?from=${version.number - 1}&to=${version.number}`}>
          {fill(text.compareWith, { n: version.number - 1 })}
        </Button>
      ) : null}
    </div>
  );
}
