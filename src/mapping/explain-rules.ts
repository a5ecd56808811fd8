/** How one field of the model came about. */
export interface ExplainRule {
  /** Path with `*` for an item of a list; what lies deeper belongs to it too, unless a rule that comes later says more. */
  readonly path: string
  readonly rule: string
  /** Wire fields, by the resource whose key is on the way to the value or in it. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** A neighbour in the same object whose keys say where the value came from. */
  readonly beside?: string
}

const rotation = 'schedules.*.rotations.*'
const contact = 'users.*.contactMethods.*'
const policy = 'escalationPolicies.*'

export const explainRules: readonly ExplainRule[] = [
  { path: 'users.*', rule: 'A person is a user; the key is the id.', fields: { people: ['id'] } },
  {
    path: 'users.*.name',
    rule: 'First and last name, else the user ID.',
    fields: { people: ['firstName', 'lastName', 'targetName'] },
  },
  { path: 'users.*.givenName', rule: 'The first name.', fields: { people: ['firstName'] } },
  { path: 'users.*.familyName', rule: 'The last name.', fields: { people: ['lastName'] } },
  {
    path: 'users.*.email',
    rule: 'The address of the e-mail device with the lowest sequence, else a login that is an address.',
    fields: { people: ['webLogin'], devices: ['deviceType', 'emailAddress', 'sequence'] },
    beside: 'contactMethods',
  },
  {
    path: 'users.*.timeZone',
    rule: 'The label of the person is read as an IANA zone.',
    fields: { people: ['timezone'] },
  },
  { path: 'users.*.active', rule: 'Everybody who is not INACTIVE is active.', fields: { people: ['status'] } },
  {
    path: 'users.*.contactMethods',
    rule: 'Each device is a contact method, in the order of its sequence.',
    fields: { devices: ['id', 'sequence'] },
  },
  { path: `${contact}.key`, rule: 'The id of the device.', fields: { devices: ['id'] } },
  { path: `${contact}.kind`, rule: 'The type of the device, by its channel.', fields: { devices: ['deviceType'] } },
  {
    path: `${contact}.address`,
    rule: 'The address, number or PIN of the device, the number normalised where a function for that was given.',
    fields: { devices: ['emailAddress', 'phoneNumber', 'pin'] },
  },
  { path: `${contact}.label`, rule: 'The name of the device.', fields: { devices: ['name', 'targetName'] } },
  { path: `${contact}.order`, rule: 'The sequence of the device.', fields: { devices: ['sequence'] } },
  { path: `${contact}.delayMinutes`, rule: 'The wait on the device before the next.', fields: { devices: ['delay'] } },
  { path: `${contact}.active`, rule: 'A device that is not INACTIVE is active.', fields: { devices: ['status'] } },
  {
    path: `${contact}.minimumPriority`,
    rule: 'The lowest priority that reaches the device.',
    fields: { devices: ['priorityThreshold'] },
  },
  { path: `${contact}.isDefault`, rule: 'The default device.', fields: { devices: ['defaultDevice'] } },
  { path: `${contact}.timeframes`, rule: 'When the device may be used.', fields: { devices: ['timeframes'] } },

  { path: 'userGroups.*', rule: 'A group is a team; the key is the id.', fields: { groups: ['id'] } },
  { path: 'userGroups.*.name', rule: 'The name of the group.', fields: { groups: ['targetName'] } },
  { path: 'userGroups.*.description', rule: 'The description of the group.', fields: { groups: ['description'] } },
  { path: 'userGroups.*.membership', rule: 'A dynamic group is chosen by a rule.', fields: { groups: ['groupType'] } },
  { path: 'userGroups.*.active', rule: 'A group that is not INACTIVE is active.', fields: { groups: ['status'] } },
  {
    path: 'userGroups.*.memberKeys',
    rule: 'The people on the roster, and the owners of devices on it.',
    fields: { groups: ['id'], roster: ['member.id'], people: ['id'] },
  },
  { path: 'userGroups.*.memberGroupKeys', rule: 'The groups on the roster.', fields: { groups: ['id'] } },
  {
    path: 'userGroups.*.supervisorKeys',
    rule: 'The supervisors of the group.',
    fields: { groups: ['supervisors'], people: ['id'] },
  },
  {
    path: 'userGroups.*.ownedServices',
    rule: 'The services that the group owns, by name: those of its own list, and those that name it as their owner.',
    fields: { groups: ['services'] },
  },
  { path: 'userGroups.*.site', rule: 'The site whose holidays apply.', fields: { groups: ['site.name'] } },

  { path: 'schedules.*', rule: 'All shifts of a group are one schedule.', fields: { groups: ['id'] } },
  { path: 'schedules.*.name', rule: 'The name of the group.', fields: { groups: ['targetName'] } },
  {
    path: 'schedules.*.timeZone',
    rule: 'The zone of the first rotation, for display.',
    fields: { groups: ['id'], shifts: ['timezone'] },
    beside: 'rotations',
  },
  {
    path: rotation,
    rule: 'Each slot of a shift, in the order of positions, is a rotation.',
    fields: { shifts: ['id', 'members'] },
  },
  { path: `${rotation}.name`, rule: 'The name of the shift and the number of the slot.', fields: { shifts: ['name'] } },
  {
    path: `${rotation}.timeZone`,
    rule: 'The label of the shift is read as an IANA zone; else that of the group or its site.',
    fields: { shifts: ['timezone'], groups: ['timezone', 'site'] },
  },
  {
    path: `${rotation}.participants`,
    rule: 'Members who rotate form a ring in slot order and move turn by turn; others stay; delays stay with the slot.',
    fields: { shifts: ['members', 'rotation.direction'], people: ['id'] },
  },
  {
    path: `${rotation}.recurrence`,
    rule: 'The rule runs on the wall clock of the shift.',
    fields: { shifts: ['recurrence'] },
  },
  {
    path: `${rotation}.recurrence.startsAtWall`,
    rule: 'The first start, on the wall clock of the shift.',
    fields: { shifts: ['start', 'timezone'] },
  },
  {
    path: `${rotation}.recurrence.endsAtWall`,
    rule: 'The first end, on the wall clock of the shift.',
    fields: { shifts: ['end', 'timezone'] },
  },
  {
    path: `${rotation}.recurrence.rule`,
    rule: 'The frequency and the fields that matter to it.',
    fields: {
      shifts: [
        'frequency',
        'repeatEvery',
        'onDays',
        'on',
        'months',
        'dateOfMonth',
        'dayOfWeek',
        'dayOfWeekClassifier',
      ].map((field) => `recurrence.${field}`),
    },
  },
  { path: `${rotation}.recurrence.until`, rule: 'When the recurrence ends.', fields: { shifts: ['recurrence.end'] } },
  {
    path: `${rotation}.recurrence.duration`,
    rule: 'Whether an occurrence ends on the wall clock or after a length of time: a reading of the source.',
    fields: { shifts: ['start', 'end'] },
  },
  {
    path: `${rotation}.recurrence.disambiguation`,
    rule: 'What a wall-clock time in a gap or an overlap means: a reading of the source.',
    fields: { shifts: ['timezone'] },
  },
  {
    path: `${rotation}.recurrence.exceptions`,
    rule: 'Occurrences that were deleted.',
    fields: { shifts: ['exclusions'] },
  },
  {
    path: `${rotation}.handoff`,
    rule: 'Turns count from the first handoff after the capture.',
    fields: { shifts: ['rotation'] },
  },
  {
    path: 'schedules.*.overrides',
    rule: 'A temporary absence acts on every rotation where the absent person can be on call.',
    fields: { absences: ['id', 'member'] },
  },
  ...(['from start', 'to end', 'replaces member.id', 'replacement replacement.id', 'scope group'] as const).map(
    (pair) => {
      const [field = '', wire = ''] = pair.split(' ')
      return {
        path: `schedules.*.overrides.*.${field}`,
        rule: 'Taken over from the absence; one for a group wins over one for all.',
        fields: { absences: [wire] },
      }
    },
  ),

  { path: policy, rule: 'A group has one policy.', fields: { groups: ['id'] } },
  { path: `${policy}.name`, rule: 'The name of the group.', fields: { groups: ['targetName'] } },
  { path: `${policy}.active`, rule: 'An inactive group reaches nobody.', fields: { groups: ['status'] } },
  {
    path: `${policy}.levels`,
    rule: 'The levels are the distinct offsets of all shifts; an offset is the sum of the delays up to the slot.',
    fields: { shifts: ['members'], groups: ['id'] },
  },
  {
    path: `${policy}.levels.*.offsetMinutes`,
    rule: 'The sum of the delays up to the slots that this level targets.',
    fields: { shifts: ['members'] },
    beside: 'targets',
  },
  {
    path: `${policy}.repeat`,
    rule: 'Shifts whose escalation repeats; none where it ends with the last level.',
    fields: { shifts: ['repeatEscalation'] },
    beside: 'levels',
  },
]

/** How something came about that `fitToTarget` made, whatever its like comes from otherwise; told by its key. */
export interface FitRule extends Omit<ExplainRule, 'path'> {
  readonly key: RegExp
  /** Fields that come about as those of its like do. */
  readonly except: readonly string[]
}

export const fitRules: readonly FitRule[] = [
  {
    key: /^shift:.*\/at:/,
    rule: 'A dated duty in the place of what the target cannot keep: whom the recurrence, the turns, absences and nested policies come to.',
    fields: { shifts: ['recurrence', 'members', 'rotation'], people: ['id'] },
    except: ['name'],
  },
  {
    key: /^parity:/,
    rule: 'Whom the source itself names for this stretch, where the rules say otherwise; the next sync must renew it.',
    fields: { shifts: ['id'], people: ['id'] },
    except: [],
  },
]
