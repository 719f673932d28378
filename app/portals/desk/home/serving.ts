import { requestEndpoints } from '../../../measure/request/contract.ts';
import { requestSteps } from '../../../measure/request/rules/step.ts';
import { coverageEndpoints } from '../../../register/coverage/contract.ts';
import { instrumentEndpoints } from '../../../register/instrument/contract.ts';
import { standings, type Standing } from '../../../register/instrument/rules/standing.ts';
import { roundEndpoints } from '../../../serve/round/contract.ts';
import { roundStates } from '../../../serve/round/rules.ts';
import { workloadEndpoints } from '../../../serve/workload/contract.ts';
import { places } from '../places.ts';
import { block, type Block } from './block.ts';
import type { Reach } from './steering.ts';

const inRegion = ({ region }: Reach): string => (region === undefined ? '' : `&region=${region}`);
const whole: Reach = { region: undefined };

/** Instruments of one standing: a window of the due list, what is overdue, what was never verified. */
export const instrumentsOf = (standing: Standing, reach: Reach = whole): Block =>
  block({
    key: `instruments-${standing}`,
    title: [`器具：${standings[standing][0]}`, `Instruments: ${standings[standing][1].toLowerCase()}`],
    permit: 'instrument.read',
    endpoint: instrumentEndpoints.listInstruments,
    query: { standing, ...(reach.region === undefined ? {} : { region: reach.region }) },
    href: places.instruments(`?standing=${standing}${inRegion(reach)}`),
    row: (instrument) => ({
      id: instrument.id,
      title: `${instrument.name} ${instrument.model}`,
      note:
        instrument.dueOn === null
          ? `${instrument.serial} · ${instrument.place}`
          : [`有效期至 ${instrument.dueOn} · ${instrument.serial}`, `valid until ${instrument.dueOn} · ${instrument.serial}`],
      href: places.instrument(instrument.id),
    }),
    empty: ['没有', 'None'],
    ...(standing === 'overdue' ? { urgent: true } : {}),
  });

/** Certificates and notices that are issued and not fetched. */
export const documentsToFetch = (): Block =>
  block({
    key: 'to-fetch',
    title: [`证书：${requestSteps.issued[0]}，待领取`, 'Certificates ready to be fetched'],
    permit: 'request.read',
    endpoint: requestEndpoints.listRequests,
    query: { step: 'issued' },
    href: places.requests('?step=issued'),
    row: (request) => ({
      id: request.id,
      title: [`${request.institute.name} ${request.servedCount} 台（件）`, `${request.institute.name}, ${request.servedCount} issued`],
      href: places.request(request.id),
    }),
    empty: ['没有待领取的证书', 'No certificate waits to be fetched'],
  });

/** Requests of which an instrument is past its period while the clock runs. */
export const lateRequests = (): Block =>
  block({
    key: 'late-requests',
    title: ['逾期未办结的申请', 'Requests past their period'],
    permit: 'request.read',
    endpoint: requestEndpoints.listRequests,
    query: { overdue: 'true' },
    href: places.requests('?overdue=true'),
    row: (request) => ({
      id: request.id,
      title: [`${request.holder.name} ${request.instrumentCount} 台（件）`, `${request.holder.name}, ${request.instrumentCount} in all`],
      note: request.institute.name,
      href: places.request(request.id),
    }),
    empty: ['没有逾期的申请', 'No request is late'],
    urgent: true,
  });

export const roundsUnderWay = (state: 'announced' | 'under-way' = 'under-way'): Block =>
  block({
    key: `rounds-${state}`,
    title: [`集中检定：${roundStates[state][0]}`, `Rounds: ${roundStates[state][1].toLowerCase()}`],
    permit: 'round.read',
    endpoint: roundEndpoints.listRounds,
    query: { state },
    href: places.rounds(`?state=${state}`),
    row: (round) => ({ id: round.id, title: round.name, note: round.institute.name, href: places.round(round.id) }),
    empty: ['没有', 'None'],
  });

/** Every institute within reach with what is open and late; of an institute itself, its own queue. */
export const queues = (): Block =>
  block({
    key: 'queues',
    title: ['机构办理情况', 'Institutes at work'],
    permit: 'workload.read',
    endpoint: workloadEndpoints.listInstituteLoads,
    query: {},
    href: places.workload,
    row: (institute) => ({
      id: institute.id,
      title: institute.name,
      note: [
        `在办 ${institute.open}，逾期 ${institute.late}${institute.oldest === null ? '' : `，最长等待 ${institute.oldest} 个工作日`}`,
        `${institute.open} open, ${institute.late} late${institute.oldest === null ? '' : `, longest wait ${institute.oldest} working days`}`,
      ],
      href: places.queueOf(institute.id),
    }),
    empty: ['辖区内没有检定机构', 'There is no institute in the region'],
  });

/** Places where instruments are expected and none is recorded; the head leads to the whole coverage. */
export const placesWithout = (reach: Reach): Block =>
  block({
    key: 'places-without',
    title: ['无器具记录的场所', 'Places without records'],
    permit: 'coverage.read',
    endpoint: coverageEndpoints.listPlacesWithout,
    query: reach.region === undefined ? {} : { region: reach.region },
    href: places.coverage,
    row: (place) => ({ id: place.id, title: place.name, note: place.address, href: places.place(place.id) }),
    empty: ['应有器具的场所都有记录', 'Every place where instruments are expected has records'],
  });
