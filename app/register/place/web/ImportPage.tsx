import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { SaveFile } from '../../division/web/SaveFile.tsx';
import { FilePicker, type PickedFile } from '../../file/web/FilePicker.tsx';
import { placeEndpoints } from '../contract.ts';
import { texts } from './text.ts';

type Import = ReplyOf<typeof placeEndpoints.listPlaceImports>['items'][number];

/** A list of places is imported; what was refused comes back as a workbook of the same layout. */
export function ImportPage(): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const imports = useEndpoint(placeEndpoints.listPlaceImports, { query: { limit: 10 } });
  const { run, pending, problem } = useAction(placeEndpoints.importPlaces, { onDone: () => setFiles([]) });
  const [file] = files;
  return (
    <>
      <PageHead title={text.import} lead={text.importLead} actions={<Button href="/desk/places">{text.all}</Button>} />
      <div className="stack">
        <section className="sheet stack">
          <p>
            <SaveFile endpoint={placeEndpoints.downloadPlaceTemplate} request={{}} label={text.template} />
          </p>
          <FilePicker value={files} most={1} onChange={setFiles} />
          <ProblemNote problem={problem} />
          <p>
            <Button
              type="primary"
              disabled={file === undefined}
              loading={pending}
              onClick={() => (file === undefined ? undefined : void run({ body: { file: file.id } }))}
            >
              {text.import}
            </Button>
          </p>
        </section>
        <Answer query={imports} rows={4}>
          {({ items }) => (
            <>
              {items.map((one) => (
                <Imported key={one.id} one={one} />
              ))}
            </>
          )}
        </Answer>
      </div>
    </>
  );
}

function Imported({ one }: { one: Import }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <h2>{one.file.name}</h2>
      <p>
        {printInstant(one.recordedAt)} {one.person} · {fill(text.taken, { n: one.taken })} · {fill(text.known, { n: one.known })} ·{' '}
        {fill(text.refused, { n: one.refused })}
      </p>
      {one.refused === 0 ? null : (
        <p>
          <SaveFile endpoint={placeEndpoints.downloadPlaceRefusals} request={{ params: { id: one.id } }} label={text.refusals} />
        </p>
      )}
      {one.remarks.length === 0 ? null : (
        <Scroll label={text.remark}>
          <table className="grid cards">
            <caption className="unseen">{text.remark}</caption>
            <thead>
              <tr>
                <th scope="col">{text.row}</th>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.outcome}</th>
                <th scope="col">{text.remark}</th>
              </tr>
            </thead>
            <tbody>
              {one.remarks.map((remark) => (
                <tr key={remark.row}>
                  <td className="lead">{remark.row}</td>
                  <td data-label={text.name}>{remark.name}</td>
                  <td data-label={text.outcome}>{remark.taken ? text.wasTaken : text.wasRefused}</td>
                  <td data-label={text.remark}>{remark.remark}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
