/** What becomes of a value of the source when no mapper says otherwise, and of the fields in it; a field that is not named is unknown. */
export type FieldRule = { readonly fields?: FieldTable } & (
  | { readonly outcome: 'mapped' }
  | { readonly outcome: 'dropped' | 'unknown'; readonly code: string; readonly message: string }
)

export type FieldTable = Pick<ReadonlyMap<string, FieldRule>, 'get'>

export const unknownField: FieldRule = {
  outcome: 'unknown',
  code: 'field.unknown',
  message: 'A field that this version does not know.',
}

const mapped: FieldRule = { outcome: 'mapped' }
const drop = (code: string, message: string): FieldRule => ({ outcome: 'dropped', code, message })
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
const holiday = drop('shift.holiday-times', 'What the shift does on holidays.')

type Fields = Readonly<Record<string, FieldRule>>
const each = (rule: FieldRule, names: string): Fields =>
  Object.fromEntries(names.split(' ').map((name) => [name, rule]))
const table = (fields: Fields): FieldTable => new Map(Object.entries(fields))
const object = (fields: Fields): FieldRule => ({ ...unknownField, fields: table(fields) })

const links = object(each(link, 'self next previous'))
/** A list may be a page: its items lie under `data`. Items and envelope share no field that would mean two things. */
const list = (fields: Fields): FieldRule =>
  object({ ...fields, data: object(fields), ...each(paging, 'count total'), links })

const named = 'id name description'
const recipient = 'id targetName recipientType firstName lastName groupType status'
const person: Fields = { ...each(mapped, recipient), links }
const reference: Fields = { ...person, owner: object(person), inRotation: mapped, onDuty: metadata }
const administration = each(metadata, 'externallyOwned externalKey locked version created')
const shiftReference: Fields = { ...each(mapped, 'id name'), group: object(person), links }

/** Names of properties are the customer's own. */
const properties: FieldRule = { ...profile, fields: { get: () => profile } }
const personDetails: Fields = {
  ...each(profile, 'licenseType language webLogin phoneLogin timezone'),
  ...each(metadata, 'lastLogin whenCreated whenUpdated'),
  site: object({ ...each(profile, named), links }),
  properties,
}

const deviceFields: Fields = {
  ...administration,
  ...each(mapped, 'id name recipientType deviceType emailAddress phoneNumber pin defaultDevice priorityThreshold'),
  ...each(mapped, 'sequence delay status'),
  ...each(metadata, 'targetName description'),
  ...each(device, 'twoWayDevice country accountId accountid apnToken registrationId privileged'),
  ...each(device, 'alertSound soundStatus soundThreshold testStatus'),
  owner: object(reference),
  provider: object({ id: device }),
  links,
  timeframes: list(each(mapped, 'name startTime timezone durationInMinutes days excludeHolidays')),
}

const serviceFields: Fields = {
  ...administration,
  ...each(service, 'id recipientType description serviceType serviceTier status'),
  targetName: mapped,
  ownedBy: object(reference),
  serviceLinks: list(each(service, 'label url')),
  links,
}

const notification = object({
  ...each(ending, 'notifyEnabled notificationType delay'),
  recipient: object({ ...each(ending, recipient), links }),
})

const shiftFields: Fields = {
  ...administration,
  ...each(mapped, 'id name start end timezone'),
  group: object(person),
  description: metadata,
  recurrence: object({
    ...each(mapped, 'frequency repeatEvery onDays on months dateOfMonth dayOfWeekClassifier dayOfWeek'),
    end: object(each(mapped, 'endBy date repetitions repititions')),
  }),
  members: list({
    ...each(mapped, 'position delay inRotation'),
    shift: object(shiftReference),
    recipient: object(reference),
    escalationType: label,
    onDuty: metadata,
  }),
  rotation: object(each(mapped, 'type direction interval intervalUnit nextRotationTime')),
  rotationType: drop('field.rotation-type', 'A label beside the rotation itself.'),
  exclusions: list(each(mapped, 'start end startDate endDate')),
  siteHolidays: object(each(holiday, 'onCall start end')),
  repeatEscalation: object({ ...each(mapped, 'repeatEnabled delay repetitions'), escalationType: label }),
  notifyEndOfEscalation: notification,
  notifyEndofEscalation: notification,
  links,
}

export type SourceResource = 'people' | 'devices' | 'groups' | 'roster' | 'shifts' | 'absences' | 'sites' | 'services'

/** Every field that this version knows, by resource. */
export const sourceFields: Readonly<Record<SourceResource, FieldTable>> = {
  people: table({
    ...administration,
    ...personDetails,
    ...each(mapped, 'id recipientType firstName lastName timezone status'),
    targetName: profile,
    roles: list({ ...each(profile, named), links }),
    supervisors: list({ ...reference, ...administration, ...each(profile, 'id targetName') }),
    devices: list(deviceFields),
    links,
  }),
  devices: table(deviceFields),
  groups: table({
    ...administration,
    ...each(mapped, 'id targetName recipientType groupType status allowDuplicates useDefaultDevices description'),
    ...each(metadata, 'observedByAll timezone responseCount responseCountThreshold'),
    // Documented as a text, recorded as a list of roles.
    observers: { ...list({ ...each(metadata, named), links }), ...metadata },
    supervisors: list({ ...reference, ...administration, ...personDetails }),
    services: list(serviceFields),
    criteria: object({
      operand: criteria,
      criterion: list(each(criteria, 'criterionType field operand value')),
    }),
    site: object({ ...each(mapped, 'id name'), description: metadata, links }),
    links,
  }),
  roster: table({ group: object(reference), member: object(reference), shifts: list(shiftReference) }),
  shifts: table(shiftFields),
  absences: table({
    ...each(mapped, 'id start end absenceType'),
    ...Object.fromEntries(['member', 'group', 'replacement'].map((name) => [name, object(reference)])),
    includeDirectNotifications: drop('absence.direct', 'Whether direct messages are redirected too; only on-call is.'),
    links,
  }),
  sites: table({
    ...administration,
    ...each(mapped, 'id name'),
    ...each(site, 'status language timezone address1 address2 city state country postalCode latitude longitude'),
    links,
  }),
  services: table(serviceFields),
}
