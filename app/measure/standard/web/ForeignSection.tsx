import { Button } from 'antd';
import { useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { ProblemAnswer, upload } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { foreignEndpoints, type ForeignCard } from '../contract/foreign.ts';
import { foreignTexts } from './foreign-text.ts';
import { signatureTags } from './states.ts';

const columnsOf = (standard: string, pending: string): readonly Column<ForeignCard>[] => [
  {
    key: 'identifier',
    title: ['证书编号', 'Number'],
    show: (one) => <a href={`/desk/standards/${standard}/dcc/${one.id}`}>{one.identifier === '' ? one.file.name : one.identifier}</a>,
  },
  { key: 'laboratory', title: ['校准机构', 'Laboratory'], show: (one) => one.laboratory },
  {
    key: 'signature',
    title: ['签名', 'Signature'],
    narrow: true,
    show: (one) => <StatusTag states={signatureTags} state={one.signature.state} />,
  },
  {
    key: 'acceptance',
    title: ['采信', 'Accepted'],
    narrow: true,
    show: (one) => (one.acceptance === null ? pending : `${one.acceptance.person} ${printInstant(one.acceptance.at)}`),
  },
  { key: 'at', title: ['提交时间', 'Uploaded'], narrow: true, show: (one) => printInstant(one.at) },
];

/** Digital calibration certificates of a standard: one is uploaded, looked at, and only then accepted. */
export function ForeignSection({ standard }: { standard: string }): ReactElement {
  const text = useTexts(foreignTexts);
  const go = useGo();
  const query = useEndpoint(foreignEndpoints.listForeignCertificates, { params: { id: standard as never } });
  return (
    <section className="sheet">
      <h2>{text.section}</h2>
      <Answer query={query} rows={2}>
        {({ items, mayOffer }) => (
          <>
            {items.length === 0 ? (
              <p className="soft">{text.none}</p>
            ) : (
              <DataRows
                items={items}
                columns={columnsOf(standard, text.pending)}
                rowKey={(one) => one.id}
                caption={['数字校准证书', 'Digital calibration certificates']}
              />
            )}
            {mayOffer ? <OfferForeign standard={standard} onOffered={(id) => go(`/desk/standards/${standard}/dcc/${id}`)} /> : null}
          </>
        )}
      </Answer>
    </section>
  );
}

/** Sends a file, once however often it is chosen while it is under way, and says which certificate it has become. */
export function OfferForeign({ standard, onOffered }: { standard: string; onOffered: (id: string) => void }): ReactElement {
  const text = useTexts(foreignTexts);
  const isUnderWay = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const send = async (file: File): Promise<void> => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setProblem(undefined);
    setSending(true);
    try {
      const request = { params: { id: standard as never }, query: { name: file.name } };
      const { id } = await upload(foreignEndpoints.offerForeignCertificate, request, file);
      onOffered(id);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      isUnderWay.current = false;
      setSending(false);
    }
  };
  const onChoose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = Array.from(event.target.files ?? []);
    event.target.value = '';
    if (file !== undefined) void send(file);
  };
  return (
    <>
      <p className="soft">{text.hint}</p>
      <input
        ref={input}
        type="file"
        accept=".xml,.pdf,application/xml,text/xml,application/pdf"
        className="unseen"
        tabIndex={-1}
        aria-label={text.offer}
        onChange={onChoose}
      />
      <Button loading={isSending} onClick={() => input.current?.click()}>
        {isSending ? text.sending : text.offer}
      </Button>
      <ProblemNote problem={problem} />
      {(problem?.issues ?? []).map(({ message }) => (
        <p key={message} className="tone-bad">
          {message}
        </p>
      ))}
    </>
  );
}
