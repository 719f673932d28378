import type { Procedure } from '@tongheng/procedures/calculation';
import type { ReactElement } from 'react';
import { canonical } from '@tongheng/seal/canonical';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Verification } from '../contract/shapes.ts';
import { verificationStates } from '../rules/life-cycle.ts';
import type { SheetReadings } from '../rules/sheet.ts';
import { AdditionsRead } from './Additions.tsx';
import { Conditions } from './Conditions.tsx';
import { PaperHead } from './Paper.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import { placeName } from './place-name.ts';
import { RecordSheet } from './RecordSheet.tsx';
import { useSheet } from './sheet-state.ts';
import { StandardList } from './StandardList.tsx';
import { conclusionTable } from './states.ts';
import { texts } from './text.ts';

/** A record as it was submitted, computed once more in this browser and compared with what the server computed. */
export function SubmittedRecord({ record, procedure }: { record: Verification; procedure: Procedure }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { environment, nameplate, kind } = record;
  const readings = record.readings as SheetReadings;
  const sheet = useSheet({ procedure, kind, nameplate, adopted: record.adoptedLimits, environment, readings });
  const isSame = record.result !== null && canonical(sheet.whole) === canonical(record.result);
  const { edition } = procedure;
  const draft = { testedOn: record.testedOn, environment, readings };
  return (
    <RecordSheet
      sheet={sheet}
      head={<PaperHead record={record} state={say(verificationStates[record.status])} />}
      conditions={
        <>
          <Conditions edition={edition} draft={draft} />
          <StandardList standards={record.standards} day={record.testedOn ?? ''} edition={edition} inWords={record.standardInWords} />
        </>
      }
      foot={
        <>
          <PhotoStrip photos={record.photos} nameOf={(path) => placeName(sheet.groups, path, say)} />
          <AdditionsRead record={record} />
          <footer className="foot">
            <span className="conclusion">
              {text.conclusion}: {record.conclusion === null ? '/' : <StatusTag states={conclusionTable} state={record.conclusion} />}
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
        </>
      }
    />
  );
}
