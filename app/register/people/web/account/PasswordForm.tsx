import type { ReactElement } from 'react';
import { RecordForm } from '../../../../web/kit/RecordForm.tsx';
import { peopleEndpoints } from '../../contract.ts';

export function PasswordForm({ onDone }: { onDone: () => void }): ReactElement {
  return (
    <RecordForm
      endpoint={peopleEndpoints.changePassword}
      fields={[
        { name: 'current', label: ['当前密码', 'Current password'], kind: 'secret', autoComplete: 'current-password' },
        {
          name: 'next',
          label: ['新密码', 'New password'],
          kind: 'secret',
          autoComplete: 'new-password',
          hint: ['至少 10 个字符；一句话胜过符号堆砌', 'At least 10 characters; a phrase is better than symbols'],
        },
      ]}
      submit={['修改密码', 'Change password']}
      done={['密码已修改，其他会话已结束', 'Password changed; other sessions have ended']}
      onDone={onDone}
    />
  );
}
