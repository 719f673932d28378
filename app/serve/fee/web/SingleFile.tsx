import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';

/** The form keeps the id, as its contract wants it; the picker shows the name. */
export function SingleFile({ id, onChange }: { id: string; onChange: (file: string | null) => void }): ReactElement {
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <FilePicker
      id={id}
      value={files}
      most={1}
      onChange={(picked) => {
        setFiles(picked);
        onChange(picked[0]?.id ?? null);
      }}
    />
  );
}
