import type { Procedure } from '@tongheng/procedures/calculation';
import { useMemo, type ReactElement } from 'react';
import { canonical } from '../../../kernel/canonical.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import type { Verification } from '../contract.ts';
import { readCell, type SheetReadings } from '../rules/sheet.ts';
import { Conditions } from './Conditions.tsx';
import type { SheetView } from './GroupTable.tsx';
import { Paper } from './Paper.tsx';
import { conclusionTable } from './states.ts';
import { texts } from './text.ts';

const nothingWrong: ReadonlyMap<string, string> = new Map();

/** A record as it was submitted, computed once more in this browser and compared with what the server computed. */
export function RecordSheet({ record, procedure }: { record: Verification; procedure: Procedure }): ReactElement {
  const text = useTexts(texts);
  const { environment, nameplate, kind } = record;
  const readings = record.readings as SheetReadings;
  const whole = useMemo(
    () => procedure.calculate({ kind, instrument: nameplate, environment, readings }),
    [procedure, kind, nameplate, environment, readings],
  );
  const isSame = record.result !== null && canonical(whole) === canonical(record.result);
  const view: SheetView = {
    readings,
    prefilled: undefined,
    values: whole.values,
    checks: whole.checks,
    wrong: nothingWrong,
    unit: readCell(readings, { group: 'sheet', row: null, column: 'unit' }),
    edit: undefined,
  };
  const draft = { testedOn: record.testedOn, environment, readings, standard: record.standard };
  return (
    <Paper
      record={record}
      form={procedure.edition.form}
      view={view}
      conditions={<Conditions form={procedure.edition.form} draft={draft} />}
      foot={
        <footer className="foot">
          <span className="conclusion">
            {text.conclusion}: {record.conclusion === null ? null : <StatusTag states={conclusionTable} state={record.conclusion} />}
          </span>
          {record.result === null ? null : (
            <p className={isSame ? 'soft' : 'notice bad'}>{isSame ? text.recomputedSame : text.recomputedOther}</p>
          )}
          <dl className="signatures">
            <div>
              <dt>{text.technician}</dt>
              <dd>{record.technician.name}</dd>
            </div>
            <div>
              <dt>{text.checker}</dt>
              <dd>{record.checker ?? '/'}</dd>
            </div>
            <div>
              <dt>{text.approver}</dt>
              <dd>{record.approver ?? '/'}</dd>
            </div>
          </dl>
        </footer>
      }
    />
  );
}
