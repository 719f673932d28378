import { App, Button, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { download } from '../../../web/client.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Empty } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { workloadEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** The institute of the address, as the endpoints take it. */
export function useAsked(): { institute?: never } {
  const [search] = useSearchState();
  return typeof search['institute'] === 'string' ? { institute: search['institute'] as never } : {};
}

/** The head of the board's pages: where one stands, the others, and the whole as a workbook. */
export function BoardHead({ title, lead, here }: { title: string; lead: string; here: string }): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const asked = useAsked();
  const query = asked.institute === undefined ? '' : `?institute=${String(asked.institute)}`;
  const save = (): void =>
    void download(workloadEndpoints.exportWorkload, { query: asked }).catch((error: unknown) => {
      void message.error(error instanceof Error ? error.message : String(error));
    });
  const pages = [
    ['/desk/workload', text.queue],
    ['/desk/workload/capacity', text.capacity],
    ['/desk/workload/forecast', text.forecast],
  ] as const;
  return (
    <PageHead
      title={title}
      lead={lead}
      actions={
        <>
          {pages
            .filter(([href]) => href !== here)
            .map(([href, words]) => (
              <Button key={href} href={`${href}${query}`}>
                {words}
              </Button>
            ))}
          <Button onClick={save}>{text.save}</Button>
        </>
      }
    />
  );
}

type Board = {
  readonly institute: { readonly id: string; readonly name: string } | null;
  readonly institutes: readonly { readonly id: string; readonly name: string }[];
};

/** Whose work it is, to be chosen where the reader may see several. */
export function OfInstitute({ board, children }: { board: Board; children: ReactNode }): ReactElement {
  const text = useTexts(texts);
  const [, setSearch] = useSearchState();
  return (
    <div className="stack">
      {board.institutes.length < 2 ? null : (
        <div className="field institute-choice no-print">
          <label htmlFor="workload-institute">{text.institute}</label>
          <Select
            id="workload-institute"
            value={board.institute?.id ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={board.institutes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(institute: string) => setSearch({ institute })}
          />
        </div>
      )}
      {board.institute === null ? <Empty title={text.choose} /> : children}
    </div>
  );
}
