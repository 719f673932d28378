import { roleNames, type Role } from './roles.ts';

const institute = ['technician', 'checker', 'approver', 'technical-manager', 'institute-manager'] as const;
const regulators = ['county-regulator', 'city-regulator', 'plan-office'] as const;
const administrators = ['system-administrator', 'security-administrator', 'audit-administrator'] as const;
const everybody = roleNames.filter((role) => !(administrators as readonly string[]).includes(role));

/** Who may do what: the only place where a permit is given to a role. Printed to docs/generated/permissions.txt. */
export const permits = {
  'event.read': ['auditor', 'audit-administrator'],
  'organization.read': roleNames,
  'organization.register': ['system-administrator', 'city-regulator', 'county-regulator'],
  'organization.change': ['system-administrator', 'city-regulator'],
  'people.read': ['system-administrator', 'security-administrator', 'institute-manager', 'auditor'],
  'people.manage': ['system-administrator'],
  'people.grant': ['security-administrator'],
  'people.unmask': ['security-administrator', 'institute-manager'],

  'catalogue.read': everybody,
  'catalogue.adopt': ['technical-manager'],
  'catalogue.confirm': ['approver', 'institute-manager'],
  'catalogue.import': ['city-regulator', 'plan-office'],

  'calendar.read': everybody,
  'calendar.record': ['city-regulator', 'plan-office'],
  'division.read': everybody,
  'division.import': ['city-regulator', 'plan-office'],
  'designation.read': ['holder', ...institute, 'inspector', ...regulators, 'auditor'],
  'designation.record': ['county-regulator', 'city-regulator'],
  'place.read': ['holder', ...institute, 'inspector', ...regulators, 'auditor'],
  'place.record': ['institute-manager', 'county-regulator', 'city-regulator'],
  'instrument.read': ['holder', ...institute, 'inspector', ...regulators, 'auditor'],
  'instrument.register': ['holder', 'institute-manager'],
  'instrument.change': ['holder', 'institute-manager'],
  'coverage.read': ['institute-manager', ...regulators, 'auditor'],
  'ledger-import.manage': ['holder', 'institute-manager'],
  'request.read': ['holder', ...institute, 'inspector', ...regulators, 'auditor'],
  'request.submit': ['holder'],
  'request.decide': ['institute-manager'],
  'custody.read': ['holder', ...institute, ...regulators, 'auditor'],
  'custody.record': ['technician', 'institute-manager'],
  'schedule.read': [...institute, ...regulators, 'auditor'],
  'schedule.manage': ['institute-manager'],
  'ecqs.exchange': ['institute-manager'],
  'round.read': ['holder', ...institute, ...regulators, 'auditor'],
  'round.manage': ['institute-manager'],
  'fee.read': ['institute-manager', ...regulators, 'auditor'],
  'fee.record': ['city-regulator', 'plan-office'],
  'workload.read': [...institute, ...regulators, 'auditor'],
  'reminder.read': everybody,
  'reminder.manage': ['system-administrator'],
  'standard.read': [...institute, ...regulators, 'auditor'],
  'standard.manage': ['technical-manager', 'institute-manager'],
  'qualification.read': [...institute, ...regulators, 'auditor'],
  'qualification.manage': ['technical-manager', 'institute-manager'],
  'measurement-standard.read': [...institute, ...regulators, 'responsible-body', 'auditor'],
  'measurement-standard.manage': ['technical-manager', 'institute-manager'],
  // Who works with a measurement standard tests its performance; a second person confirms.
  'measurement-standard.test': ['technician', 'checker', 'technical-manager'],
  // 主持考核的计量行政部门: the authority that examines, never the institute that applies.
  'measurement-standard.examine': ['county-regulator', 'city-regulator'],
  'signing-key.read': [...institute, ...regulators, 'auditor', 'system-administrator'],
  'signing-key.manage': ['institute-manager'],
  // The root of the city and its log: whoever runs the platform, not whoever signs with it.
  'signing-key.govern': ['system-administrator'],
  'transparency.read': [...institute, ...regulators, 'auditor', 'system-administrator'],
  'transparency.manage': ['system-administrator'],
  'verification.read': [...institute, ...regulators, 'auditor'],
  'verification.enter': ['technician'],
  'verification.check': ['checker'],
  // U is part of the result of a calibration; in a verification the checker may choose to state it.
  'verification.stateUncertainty': ['technician', 'checker'],
  'verification.approve': ['approver'],
  'verification.manage': ['institute-manager'],
  'on-site.work': ['technician'],
  'on-site.read': [...institute, ...regulators, 'auditor'],
  // The author of a version is a party, and who has checked one would judge the own work afterwards.
  'on-site.decide': ['institute-manager'],
  'certificate.read': ['holder', ...institute, 'inspector', ...regulators, 'auditor'],
  'certificate.revoke': ['approver'],
  'certificate.replace': ['approver'],
  'certificate.issueLot': ['approver'],
  'certificate.number': ['institute-manager'],
  // The authority recomputes what the institutes of its region have issued.
  'certificate.recompute': [...regulators, 'auditor'],

  'traceability.read': [...institute, 'inspector', ...regulators, 'auditor'],
  'traceability.record': ['technical-manager', 'institute-manager'],
  // Whoever decides what a failed standard means for a certificate is not the person who found it.
  'traceability.decide': ['technical-manager', 'institute-manager', 'city-regulator'],
  'comparison.read': [...institute, ...regulators, 'auditor'],
  'comparison.organize': ['county-regulator', 'city-regulator'],
  'comparison.participate': ['technical-manager', 'institute-manager'],

  'uncertainty.read': [...institute, 'inspector', ...regulators, 'auditor'],
  'uncertainty.write': ['technician', 'technical-manager'],
  'uncertainty.release': ['technical-manager'],

  'capability.read': [...institute, 'inspector', ...regulators, 'responsible-body', 'auditor'],
  'capability.report': ['institute-manager', 'county-regulator', 'city-regulator'],
  'capability.accept': ['plan-office'],
  'provision.read': ['institute-manager', 'responsible-body', ...regulators, 'auditor'],
  'provision.plan': ['plan-office', 'city-regulator'],

  'entry.read': everybody,
  'entry.submit': ['holder', 'technical-manager', 'institute-manager', 'county-regulator', 'city-regulator', 'responsible-body'],
  'entry.review': ['county-regulator', 'city-regulator'],
  'entry.decide': ['county-regulator', 'city-regulator', 'plan-office'],
  'entry.withdraw': [
    'holder',
    'technical-manager',
    'institute-manager',
    'county-regulator',
    'city-regulator',
    'responsible-body',
    'plan-office',
  ],
  'entry.accept': ['plan-office'],
  'entry.import': ['plan-office'],

  'plan.read': everybody,
  // What does not agree inside the document is internal until it is published.
  'plan.compare': ['responsible-body', ...regulators, 'auditor'],
  'plan.settle': ['plan-office'],
  'indicator.read': ['institute-manager', 'responsible-body', ...regulators, 'auditor'],
  'indicator.publish': ['plan-office'],
  'indicator.snapshot': ['plan-office'],
  'indicator.target': ['plan-office', 'county-regulator'],
  'task.read': ['responsible-body', ...regulators, 'auditor'],
  'task.report': ['responsible-body', 'county-regulator', 'city-regulator'],
  'task.oversee': ['plan-office'],
  'assessment.read': ['responsible-body', ...regulators, 'auditor'],
  'assessment.record': ['plan-office', 'county-regulator', 'city-regulator'],
  'assessment.decide': ['plan-office'],
} as const satisfies Record<string, readonly Role[]>;

export type Permit = keyof typeof permits;
export const permitNames = Object.keys(permits) as Permit[];

export function permitsOf(held: readonly string[]): Set<string> {
  return new Set(permitNames.filter((permit) => (permits[permit] as readonly string[]).some((role) => held.includes(role))));
}
