import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { FilePicker, type PickedFile } from '../../file/web/FilePicker.tsx';
import { catalogueEndpoints } from '../contract.ts';
import { catalogueTexts } from './catalogue-text.ts';

/** A new edition from its data file; what it changes is shown on its page, where another person takes the second look. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactElement {
  const text = useTexts(catalogueTexts);
  const go = useGo();
  return (
    <Dialog title={text.import} onClose={onClose}>
      <p>{text.importLead}</p>
      <RecordForm
        endpoint={catalogueEndpoints.proposeCatalogueEdition}
        fields={[
          {
            name: 'file',
            label: ['目录数据文件（JSON）', 'Data file of the catalogue (JSON)'],
            control: ({ id, onChange }) => <OneFile id={id} onChange={onChange} />,
          },
        ]}
        submit={['导入并对照', 'Import and compare']}
        done={['已导入，待另一人复核', 'Imported; another person reviews it']}
        onDone={({ id }) => {
          onClose();
          go(`/desk/catalogue/${id}`);
        }}
      />
    </Dialog>
  );
}

function OneFile({ id, onChange }: { id: string; onChange: (file: string | undefined) => void }): ReactElement {
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <FilePicker
      id={id}
      value={files}
      most={1}
      onChange={(picked) => {
        setFiles(picked);
        onChange(picked[0]?.id);
      }}
    />
  );
}
