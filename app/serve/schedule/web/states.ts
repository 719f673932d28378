import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { bookingStates, type BookingStatus } from '../rules.ts';

export const bookingTags: StateTable<BookingStatus> = {
  booked: { text: bookingStates.booked, tone: 'doing' },
  cancelled: { text: bookingStates.cancelled, tone: 'ended' },
};
