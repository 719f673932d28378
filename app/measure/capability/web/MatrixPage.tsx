import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import { AsOfBar, useAsOf } from '../../../web/kit/AsOfBar.tsx';
import { Figure } from '../../../web/kit/Figure.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { recordTrace } from '../../../web/kit/TraceRibbon.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { capabilityEndpoints } from '../contract.ts';
import { cellStateNames } from '../rules/life-cycle.ts';
import { EffectiveView } from './Effective.tsx';
import { effectiveTexts } from './effective-text.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { cellTones } from './states.ts';
import { texts } from './text.ts';
import './capability.css';

/** Both lists of the annex, printed beside live; a cell opens its history, evidence and actions. */
export function MatrixPage(): ReactElement {
  const text = useTexts(texts);
  const words = useTexts(effectiveTexts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const { asOf, knownOn } = useAsOf();
  const [problem, setProblem] = useState<ProblemAnswer>();
  const isEffective = search['view'] === 'effective';
  const list = search['list'] === 'enhanced' ? 'enhanced' : 'basic';
  const at = {
    list,
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownAt: `${knownOn}T23:59:59.999+08:00` }),
  };
  const query = useEndpoint(capabilityEndpoints.readMatrix, { query: at });
  const save = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    setProblem(undefined);
    await download(capabilityEndpoints.exportMatrix, { query: { ...at, format, ...(isEffective ? { effective: 'true' } : {}) } }).catch(
      (error: unknown) => {
        if (!(error instanceof ProblemAnswer)) throw error;
        setProblem(error);
      },
    );
  };
  return (
    <>
      <PageHead
        title={text.matrix}
        lead={
          query.data === undefined
            ? undefined
            : fill(text.matrixLead, { number: printDocumentNumber(query.data.documentNumber), month: query.data.baseline })
        }
        actions={
          <>
            <Button onClick={() => void save('xlsx')}>{isEffective ? words.exportEffective : text.workbook}</Button>
            <Button onClick={() => void save('pdf')}>{text.pdf}</Button>
          </>
        }
      />
      <ProblemNote problem={problem} />
      <div className="matrix-bar">
        <Segmented
          aria-label={text.list}
          value={list}
          options={[
            { value: 'basic', label: text.basic },
            { value: 'enhanced', label: text.enhanced },
          ]}
          onChange={(chosen) => setSearch({ list: chosen })}
        />
        <Segmented
          aria-label={words.view}
          value={isEffective ? 'effective' : 'nominal'}
          options={[
            { value: 'nominal', label: words.nominal },
            { value: 'effective', label: words.effective },
          ]}
          onChange={(chosen) => setSearch({ view: chosen === 'effective' ? 'effective' : undefined })}
        />
        <AsOfBar />
      </div>
      <Answer query={query} rows={12}>
        {(matrix) => {
          if (isEffective) return <EffectiveView matrix={matrix} at={at} />;
          const { value, fromDocument, fromRecords } = matrix.inPlace;
          const basis = fill(text.basis, { document: fromDocument, records: fromRecords });
          return (
            <div className="stack">
              <div className="sheet spaced">
                <Figure
                  label={text.inPlace}
                  value={value}
                  unit={text.cells}
                  target={matrix.effectiveTotal.required}
                  asOf={matrix.asOf}
                  basis={basis}
                  size="key"
                  stages={recordTrace}
                  trace={
                    value === 0
                      ? []
                      : [
                          { stage: 'record', note: basis },
                          { stage: 'figure', note: text.live },
                        ]
                  }
                />
              </div>
              <MatrixTable matrix={matrix} />
              <ul className="matrix-items" aria-label={text.items}>
                {matrix.items.map((item) => (
                  <li key={item.id}>
                    {item.mark} {say(item.name)}
                  </li>
                ))}
              </ul>
              <ul className="matrix-legend" aria-label={text.legend}>
                {cellStateNames.map((state) => (
                  <li key={state}>
                    <StatusTag states={cellTones} state={state} />
                  </li>
                ))}
                <li className="soft">{text.legendDocument}</li>
                <li className="soft">{text.legendRecord}</li>
              </ul>
            </div>
          );
        }}
      </Answer>
    </>
  );
}
