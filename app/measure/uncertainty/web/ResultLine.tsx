import type { ReactElement } from 'react';
import { printResult, printSignificant, withUnit } from '../rules/print-number.ts';
import type { VersionCard } from '../contract.ts';
import { PlainNumber } from './view/PlainNumber.tsx';

/** The results of a version in a line each: `E = 0.0021, U = 0.0011 (k = 2.1)`. */
export function ResultLine({ results }: { results: VersionCard['results'] }): ReactElement {
  return (
    <>
      {results.slice(0, 3).map((result) => {
        const { value, uncertainty } = printResult(result.value, result.U ?? result.u);
        return (
          <div key={result.name}>
            <PlainNumber
              text={`${result.name} = ${withUnit(value, result.unit)}, ${result.U === null ? 'u' : 'U'} = ${withUnit(uncertainty, result.unit)}${
                result.k === null ? '' : ` (k = ${printSignificant(result.k, 3)})`
              }`}
            />
          </div>
        );
      })}
      {results.length > 3 ? <div className="soft">…</div> : null}
    </>
  );
}
