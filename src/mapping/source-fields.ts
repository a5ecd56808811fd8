/** What becomes of one field of a wire value when no mapper says otherwise. */
export type FieldRule =
  | { readonly kind: 'mapped' }
  | { readonly kind: 'dropped'; readonly code: string; readonly message: string }
  | { readonly kind: 'object'; readonly fields: FieldTable }

export type FieldTable = ReadonlyMap<string, FieldRule>

const mapped: FieldRule = { kind: 'mapped' }
const drop = (code: string, message: string): FieldRule => ({ kind: 'dropped', code, message })
const metadata = drop('field.metadata', 'Administration of the source; the model has no place for it.')
const profile = drop('field.profile', 'Personal data that on-call does not need.')
const link = drop('field.link', 'An address within the source.')
const paging = drop('field.paging', 'How the list was cut into pages.')
const device = drop('device.setting', 'A setting of the device in the source.')
const site = drop('field.site', 'A detail of a site; only its name comes over.')
const service = drop('field.service', 'A detail of a service; only its name comes over.')
const criteria = drop('field.criteria', 'The rule of a dynamic group; its members at the capture come over.')
const ending = drop('policy.end-notification', 'A notice when escalation ends; the model has none.')
const label = drop('field.escalation-label', 'A label on the step; the delay is what counts.')

type Fields = Readonly<Record<string, FieldRule>>
const table = (fields: Fields): FieldTable => new Map(Object.entries(fields))
const object = (fields: Fields): FieldRule => ({ kind: 'object', fields: table(fields) })

const links = object({ self: link, next: link, previous: link })
/** A list may be a page: its items lie under `data`. Items and envelope share no field that would mean two things. */
const list = (fields: Fields): FieldRule => {
  const items: FieldRule = { kind: 'object', fields: table(fields) }
  return {
    kind: 'object',
    fields: new Map([...table(fields), ['data', items], ['count', paging], ['total', paging], ['links', links]]),
  }
}
const named: Fields = { id: mapped, name: mapped, description: metadata, links }
const person: Fields = {
  id: mapped,
  targetName: mapped,
  recipientType: mapped,
  firstName: mapped,
  lastName: mapped,
  groupType: mapped,
  status: mapped,
  links,
}
const reference: Fields = { ...person, owner: object(person), inRotation: mapped, onDuty: metadata }
const administration: Fields = {
  externallyOwned: metadata,
  externalKey: metadata,
  locked: metadata,
  version: metadata,
  created: metadata,
}
const shiftReference: Fields = { id: mapped, name: mapped, group: object(person), links }

const deviceFields: Fields = {
  ...administration,
  id: mapped,
  name: mapped,
  targetName: metadata,
  recipientType: mapped,
  deviceType: mapped,
  description: metadata,
  emailAddress: mapped,
  phoneNumber: mapped,
  pin: mapped,
  twoWayDevice: device,
  country: device,
  accountId: device,
  accountid: device,
  apnToken: device,
  registrationId: device,
  alertSound: device,
  soundStatus: device,
  soundThreshold: device,
  testStatus: device,
  defaultDevice: mapped,
  priorityThreshold: mapped,
  sequence: mapped,
  delay: mapped,
  owner: object(reference),
  provider: object({ id: device }),
  privileged: device,
  status: mapped,
  links,
  timeframes: list({
    name: mapped,
    startTime: mapped,
    timezone: mapped,
    durationInMinutes: mapped,
    days: mapped,
    excludeHolidays: mapped,
  }),
}

const serviceFields: Fields = {
  ...administration,
  id: service,
  targetName: mapped,
  recipientType: service,
  description: service,
  serviceType: service,
  serviceTier: service,
  ownedBy: object(reference),
  serviceLinks: list({ label: service, url: service }),
  status: service,
  links,
}

const shiftFields: Fields = {
  ...administration,
  id: mapped,
  group: object(person),
  name: mapped,
  description: metadata,
  start: mapped,
  end: mapped,
  timezone: mapped,
  recurrence: object({
    frequency: mapped,
    repeatEvery: mapped,
    onDays: mapped,
    on: mapped,
    months: mapped,
    dateOfMonth: mapped,
    dayOfWeekClassifier: mapped,
    dayOfWeek: mapped,
    end: object({ endBy: mapped, date: mapped, repetitions: mapped, repititions: mapped }),
  }),
  members: list({
    shift: object(shiftReference),
    recipient: object(reference),
    position: mapped,
    delay: mapped,
    escalationType: label,
    inRotation: mapped,
    onDuty: metadata,
  }),
  rotation: object({
    type: mapped,
    direction: mapped,
    interval: mapped,
    intervalUnit: mapped,
    nextRotationTime: mapped,
  }),
  rotationType: drop('field.rotation-type', 'A label beside the rotation itself.'),
  exclusions: list({ start: mapped, end: mapped, startDate: mapped, endDate: mapped }),
  siteHolidays: object({
    onCall: drop('shift.holiday-times', 'What the shift does on holidays.'),
    start: drop('shift.holiday-times', 'What the shift does on holidays.'),
    end: drop('shift.holiday-times', 'What the shift does on holidays.'),
  }),
  repeatEscalation: object({ repeatEnabled: mapped, delay: mapped, escalationType: label, repetitions: mapped }),
  notifyEndOfEscalation: object({ notifyEnabled: ending, notificationType: ending, delay: ending, recipient: ending }),
  notifyEndofEscalation: object({ notifyEnabled: ending, notificationType: ending, delay: ending, recipient: ending }),
  links,
}

export type SourceResource = 'people' | 'devices' | 'groups' | 'roster' | 'shifts' | 'absences' | 'sites' | 'services'

/** Every field that this version knows, by resource. */
export const sourceFields: Readonly<Record<SourceResource, FieldTable>> = {
  people: table({
    ...administration,
    id: mapped,
    targetName: profile,
    recipientType: mapped,
    firstName: mapped,
    lastName: mapped,
    licenseType: profile,
    language: profile,
    timezone: mapped,
    webLogin: profile,
    phoneLogin: profile,
    site: object({ id: profile, name: profile, description: profile, links }),
    properties: profile,
    roles: list({ id: profile, name: profile, description: profile, links }),
    supervisors: list({ ...reference, ...administration, id: profile, targetName: profile }),
    devices: list(deviceFields),
    lastLogin: metadata,
    whenCreated: metadata,
    whenUpdated: metadata,
    status: mapped,
    links,
  }),
  devices: table(deviceFields),
  groups: table({
    ...administration,
    id: mapped,
    targetName: mapped,
    recipientType: mapped,
    groupType: mapped,
    status: mapped,
    allowDuplicates: mapped,
    useDefaultDevices: mapped,
    observedByAll: metadata,
    observers: metadata,
    supervisors: list({
      ...reference,
      ...administration,
      timezone: profile,
      language: profile,
      webLogin: profile,
      licenseType: profile,
      phoneLogin: profile,
      site: profile,
      properties: profile,
      lastLogin: metadata,
      whenCreated: metadata,
      whenUpdated: metadata,
    }),
    services: list(serviceFields),
    criteria: object({ operand: criteria, criterion: criteria }),
    description: mapped,
    site: object(named),
    timezone: metadata,
    responseCount: metadata,
    responseCountThreshold: metadata,
    links,
  }),
  roster: table({ group: object(reference), member: object(reference), shifts: list(shiftReference) }),
  shifts: table(shiftFields),
  absences: table({
    id: mapped,
    start: mapped,
    end: mapped,
    member: object(reference),
    group: object(reference),
    replacement: object(reference),
    absenceType: mapped,
    includeDirectNotifications: drop('absence.direct', 'Whether direct messages are redirected too; only on-call is.'),
    links,
  }),
  sites: table({
    ...administration,
    id: mapped,
    name: mapped,
    status: site,
    language: site,
    timezone: site,
    address1: site,
    address2: site,
    city: site,
    state: site,
    country: site,
    postalCode: site,
    latitude: site,
    longitude: site,
    links,
  }),
  services: table(serviceFields),
}
