import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { FilePicker, type PickedFile } from '../../file/web/FilePicker.tsx';
import { divisionEndpoints } from '../contract.ts';
import { divisionChangeNames, divisionChanges } from '../rules.ts';
import { changeTags } from './states.ts';
import { texts } from './text.ts';

type Compared = ReplyOf<typeof divisionEndpoints.compareDivisions>;

/** A newer list is uploaded, compared, and imported when its changes are right. */
export function ImportPage(): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [file] = files;
  return (
    <>
      <PageHead title={text.import} lead={text.importLead} actions={<Button href="/desk/divisions">{text.all}</Button>} />
      <div className="stack">
        <section className="sheet">
          <div className="field">
            <label htmlFor="division-list">{text.file}</label>
            <FilePicker id="division-list" value={files} most={1} onChange={setFiles} />
            <p className="hint">{text.zoneHint}</p>
          </div>
        </section>
        {file === undefined ? null : <Comparison key={file.id} file={file.id} />}
      </div>
    </>
  );
}

function Comparison({ file }: { file: string }): ReactElement {
  const query = useEndpoint(divisionEndpoints.compareDivisions, { query: { file: file as never } });
  return (
    <Answer query={query} rows={8}>
      {(compared) => (
        <>
          <Summary compared={compared} />
          {compared.faults.length > 0 ? <Faults compared={compared} /> : null}
          {compared.changes.length > 0 ? <Changes compared={compared} /> : null}
          {compared.faults.length === 0 && compared.changes.length > 0 ? <Confirm compared={compared} /> : null}
        </>
      )}
    </Answer>
  );
}

function Summary({ compared }: { compared: Compared }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (compared.changes.length === 0 && compared.faults.length === 0) return <Empty title={text.nothing} />;
  return (
    <section className="sheet">
      <h2>{text.changes}</h2>
      <dl className="facts">
        {divisionChangeNames.map((change) => (
          <div key={change}>
            <dt>{say(divisionChanges[change])}</dt>
            <dd>{printNumber(compared.counts[change])}</dd>
          </div>
        ))}
        <div>
          <dt>{text.unchanged}</dt>
          <dd>{printNumber(compared.counts.unchanged)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Faults({ compared }: { compared: Compared }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet" role="alert">
      <h2>{text.faults}</h2>
      <p className="soft">{text.faultsHint}</p>
      <Scroll label={text.faults}>
        <table className="grid cards">
          <caption className="unseen">{text.faults}</caption>
          <thead>
            <tr>
              <th scope="col">{text.line}</th>
              <th scope="col">{text.content}</th>
              <th scope="col">{text.why}</th>
            </tr>
          </thead>
          <tbody>
            {compared.faults.map(({ line, text: content, message }) => (
              <tr key={line}>
                <td className="lead">{line}</td>
                <td data-label={text.content}>{content}</td>
                <td data-label={text.why}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Changes({ compared }: { compared: Compared }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <p className="soft">{text.firstShown}</p>
      <Scroll label={text.changes}>
        <table className="grid cards">
          <caption className="unseen">{text.changes}</caption>
          <thead>
            <tr>
              <th scope="col">{text.code}</th>
              <th scope="col">{text.change}</th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {compared.changes.map((one) => (
              <tr key={one.code}>
                <td className="lead">{one.code}</td>
                <td data-label={text.change}>
                  <StatusTag states={changeTags} state={one.change} />
                </td>
                <td data-label={text.before}>{one.nameBefore}</td>
                <td data-label={text.after}>
                  {one.nameAfter}{' '}
                  {one.regionAfter === null || one.code.startsWith(one.regionAfter) ? null : (
                    <span className="soft">{one.regionAfter}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Confirm({ compared }: { compared: Compared }): ReactElement {
  const go = useGo();
  const { unchanged: _unchanged, ...expected } = compared.counts;
  return (
    <section className="sheet">
      <RecordForm
        endpoint={divisionEndpoints.importDivisions}
        fixed={{ file: compared.file.id, expected }}
        fields={[
          {
            name: 'source',
            label: ['版本与来源', 'Edition and source'],
            hint: ['如“国家统计局 统计用区划代码（2026年）”', 'Such as "National Bureau of Statistics, division codes of 2026"'],
          },
          {
            name: 'validFrom',
            label: ['自何日起', 'From'],
            kind: 'day',
            hint: ['停用的以前一日为最后一日', 'What ends has the day before as its last'],
          },
        ]}
        submit={['按所列改动导入', 'Import these changes']}
        done={['已导入', 'Imported']}
        onDone={() => go('/desk/divisions/imports')}
      />
    </section>
  );
}
