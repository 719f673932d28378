import { BellOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { fill, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { reminderEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** The way to the reminders with how many are unread; nothing for whoever gets none. */
export function ReminderBell(): ReactElement | null {
  return usePermit('reminder.read') ? <Bell /> : null;
}

function Bell(): ReactElement {
  const text = useTexts(texts);
  const { data } = useEndpoint(reminderEndpoints.readUnreadCount, {}, { everyMilliseconds: 120_000, staleMilliseconds: 60_000 });
  const unread = data?.unread ?? 0;
  const label = unread === 0 ? text.title : fill(text.unread, { n: unread });
  return (
    <Button
      type="text"
      href={unread === 0 ? '/desk/reminders' : '/desk/reminders?read=false'}
      aria-label={label}
      title={label}
      icon={
        <Badge count={unread} size="small" overflowCount={99}>
          <BellOutlined />
        </Badge>
      }
    />
  );
}
