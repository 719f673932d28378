import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { SaveFile } from '../../division/web/SaveFile.tsx';
import { ledgerImportEndpoints } from '../contract.ts';
import { FileUpload } from './FileUpload.tsx';
import { texts } from './text.ts';

/** Sends a ledger; what came of it is the next page. */
export function UploadPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const isInstitute = useCaller().roles.includes('institute-manager');
  const [manyHolders, setManyHolders] = useState(isInstitute);
  const [registerHolders, setRegisterHolders] = useState(false);
  const flag = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');
  return (
    <>
      <PageHead
        title={text.upload}
        lead={text.uploadLead}
        actions={
          <>
            <SaveFile endpoint={ledgerImportEndpoints.downloadLedgerTemplate} request={{}} label={text.template} />
            <Button href="/desk/ledger-imports">{text.all}</Button>
          </>
        }
      />
      <FileUpload
        endpoint={ledgerImportEndpoints.uploadLedger}
        request={(name) => ({ query: { name, manyHolders: flag(manyHolders), registerHolders: flag(manyHolders && registerHolders) } })}
        onDone={(reply) => go(`/desk/ledger-imports/${reply.id}`)}
        label={text.chooseLedger}
        hint={text.formats}
        send={text.send}
      >
        {isInstitute ? (
          <>
            <Checkbox className="choice" checked={manyHolders} onChange={(event) => setManyHolders(event.target.checked)}>
              {text.manyHolders}
            </Checkbox>
            <Checkbox
              className="choice"
              disabled={!manyHolders}
              checked={manyHolders && registerHolders}
              onChange={(event) => setRegisterHolders(event.target.checked)}
            >
              {text.registerHolders}
            </Checkbox>
          </>
        ) : null}
      </FileUpload>
    </>
  );
}
