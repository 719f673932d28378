import { eventEndpoints } from '../../../register/event/contract.ts';
import { eventWord } from '../../../register/event/rules.ts';
import { peopleEndpoints } from '../../../register/people/contract.ts';
import { isRole, roles } from '../../../register/people/rules/roles.ts';
import { places } from '../places.ts';
import { block, type Block } from './block.ts';

const roleWords = (held: readonly string[], language: 0 | 1): string =>
  held
    .filter(isRole)
    .map((role) => roles[role].text[language])
    .join(language === 0 ? '、' : ', ');

export const staff = (): Block =>
  block({
    key: 'people',
    title: ['人员与账号', 'People and accounts'],
    permit: 'people.read',
    endpoint: peopleEndpoints.listPeople,
    query: {},
    href: places.people,
    row: (person) => ({
      id: person.id,
      title: person.name,
      note: person.roles.length === 0 ? ['没有角色', 'no role'] : [roleWords(person.roles, 0), roleWords(person.roles, 1)],
      href: places.people,
    }),
    empty: ['还没有人员', 'Nobody is registered yet'],
  });

export const latestEvents = (): Block =>
  block({
    key: 'events',
    title: ['最近的事件', 'Latest events'],
    permit: 'event.read',
    endpoint: eventEndpoints.listEvents,
    query: {},
    href: places.events,
    row: (event) => ({
      id: String(event.id),
      title: eventWord(event.kind),
      note: event.person ?? ['系统或公众', 'the system or the public'],
      href: `${places.events}?subject=${encodeURIComponent(event.subject)}`,
    }),
    empty: ['还没有事件', 'Nothing has happened yet'],
  });
