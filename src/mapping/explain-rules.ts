/** How one field of the model came about. */
export interface ExplainRule {
  /** Path with `*` for an item of a list; what lies deeper belongs to it too, unless a rule that comes later says more. */
  readonly path: string
  readonly rule: string
  /** Wire fields with blanks between, by the resource whose key is on the way to the value or in it. */
  readonly fields: Readonly<Record<string, string>>
  /** A neighbour in the same object whose keys say where the value came from. */
  readonly beside?: string | undefined
}

type Row = readonly [field: string, rule: string, fields: ExplainRule['fields'], beside?: string]

/** Rules of one object of the model; its own has no field. */
function rulesOf(object: string, rows: readonly Row[]): readonly ExplainRule[] {
  return rows.map(([field, rule, fields, beside]) => ({
    path: field === '' ? object : `${object}.${field}`,
    rule,
    fields,
    beside,
  }))
}

const ruleFields = 'frequency repeatEvery onDays on months dateOfMonth dayOfWeek dayOfWeekClassifier'.replace(
  /\w+/g,
  'recurrence.$&',
)
const taken = 'Taken over from the absence; one for a group wins over one for all.'

export const explainRules: readonly ExplainRule[] = [
  ...rulesOf('users.*', [
    ['', 'A person is a user; the key is the id.', { people: 'id' }],
    ['name', 'First and last name, else the user ID.', { people: 'firstName lastName targetName' }],
    ['givenName', 'The first name.', { people: 'firstName' }],
    ['familyName', 'The last name.', { people: 'lastName' }],
    [
      'email',
      'The address of the e-mail device with the lowest sequence, else a login that is an address.',
      { people: 'webLogin', devices: 'deviceType emailAddress sequence' },
      'contactMethods',
    ],
    ['timeZone', 'The label of the person is read as an IANA zone.', { people: 'timezone' }],
    ['active', 'Everybody who is not INACTIVE is active.', { people: 'status' }],
    ['contactMethods', 'Each device is a contact method, in the order of its sequence.', { devices: 'id sequence' }],
  ]),
  ...rulesOf('users.*.contactMethods.*', [
    ['key', 'The id of the device.', { devices: 'id' }],
    ['kind', 'The type of the device, by its channel.', { devices: 'deviceType' }],
    [
      'address',
      'The address, number or PIN of the device, the number normalised where a function for that was given.',
      { devices: 'emailAddress phoneNumber pin' },
    ],
    ['label', 'The name of the device.', { devices: 'name targetName' }],
    ['order', 'The sequence of the device.', { devices: 'sequence' }],
    ['delayMinutes', 'The wait on the device before the next.', { devices: 'delay' }],
    ['active', 'A device that is not INACTIVE is active.', { devices: 'status' }],
    ['minimumPriority', 'The lowest priority that reaches the device.', { devices: 'priorityThreshold' }],
    ['isDefault', 'The default device.', { devices: 'defaultDevice' }],
    ['timeframes', 'When the device may be used.', { devices: 'timeframes' }],
  ]),
  ...rulesOf('userGroups.*', [
    ['', 'A group is a team; the key is the id.', { groups: 'id' }],
    ['name', 'The name of the group.', { groups: 'targetName' }],
    ['description', 'The description of the group.', { groups: 'description' }],
    ['membership', 'A dynamic group is chosen by a rule.', { groups: 'groupType' }],
    ['active', 'A group that is not INACTIVE is active.', { groups: 'status' }],
    [
      'memberKeys',
      'The people on the roster, and the owners of devices on it.',
      { groups: 'id', roster: 'member.id', people: 'id' },
    ],
    ['memberGroupKeys', 'The groups on the roster.', { groups: 'id' }],
    ['supervisorKeys', 'The supervisors of the group.', { groups: 'supervisors', people: 'id' }],
    [
      'ownedServices',
      'The services that the group owns, by name: those of its own list, and those that name it as their owner.',
      { groups: 'services' },
    ],
    ['site', 'The site whose holidays apply.', { groups: 'site.name' }],
  ]),
  ...rulesOf('schedules.*', [
    ['', 'All shifts of a group are one schedule.', { groups: 'id' }],
    ['name', 'The name of the group.', { groups: 'targetName' }],
    ['timeZone', 'The zone of the first rotation, for display.', { groups: 'id', shifts: 'timezone' }, 'rotations'],
  ]),
  ...rulesOf('schedules.*.rotations.*', [
    ['', 'Each slot of a shift, in the order of positions, is a rotation.', { shifts: 'id members' }],
    ['name', 'The name of the shift and the number of the slot.', { shifts: 'name' }],
    [
      'timeZone',
      'The label of the shift is read as an IANA zone; else that of the group or its site.',
      { shifts: 'timezone', groups: 'timezone site' },
    ],
    [
      'participants',
      'Members who rotate form a ring in slot order and move turn by turn; others stay; delays stay with the slot.',
      { shifts: 'members rotation.direction', people: 'id' },
    ],
    ['recurrence', 'The rule runs on the wall clock of the shift.', { shifts: 'recurrence' }],
    ['handoff', 'Turns count from the first handoff after the capture.', { shifts: 'rotation' }],
  ]),
  ...rulesOf('schedules.*.rotations.*.recurrence', [
    ['startsAtWall', 'The first start, on the wall clock of the shift.', { shifts: 'start timezone' }],
    ['endsAtWall', 'The first end, on the wall clock of the shift.', { shifts: 'end timezone' }],
    ['rule', 'The frequency and the fields that matter to it.', { shifts: ruleFields }],
    ['until', 'When the recurrence ends.', { shifts: 'recurrence.end' }],
    [
      'duration',
      'Whether an occurrence ends on the wall clock or after a length of time: a reading of the source.',
      { shifts: 'start end' },
    ],
    [
      'disambiguation',
      'What a wall-clock time in a gap or an overlap means: a reading of the source.',
      { shifts: 'timezone' },
    ],
    ['exceptions', 'Occurrences that were deleted.', { shifts: 'exclusions' }],
  ]),
  ...rulesOf('schedules.*.overrides', [
    [
      '',
      'A temporary absence acts on every rotation where the absent person can be on call.',
      { absences: 'id member' },
    ],
    ['*.from', taken, { absences: 'start' }],
    ['*.to', taken, { absences: 'end' }],
    ['*.replaces', taken, { absences: 'member.id' }],
    ['*.replacement', taken, { absences: 'replacement.id' }],
    ['*.scope', taken, { absences: 'group' }],
  ]),
  ...rulesOf('escalationPolicies.*', [
    ['', 'A group has one policy.', { groups: 'id' }],
    ['name', 'The name of the group.', { groups: 'targetName' }],
    ['active', 'An inactive group reaches nobody.', { groups: 'status' }],
    [
      'levels',
      'The levels are the distinct offsets of all shifts; an offset is the sum of the delays up to the slot.',
      { shifts: 'members', groups: 'id' },
    ],
    [
      'levels.*.offsetMinutes',
      'The sum of the delays up to the slots that this level targets.',
      { shifts: 'members' },
      'targets',
    ],
    [
      'repeat',
      'Shifts whose escalation repeats; none where it ends with the last level.',
      { shifts: 'repeatEscalation' },
      'levels',
    ],
  ]),
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
    fields: { shifts: 'recurrence members rotation', people: 'id' },
    except: ['name'],
  },
  {
    key: /^parity:/,
    rule: 'Whom the source itself names for this stretch, where the rules say otherwise; the next sync must renew it.',
    fields: { shifts: 'id', people: 'id' },
    except: [],
  },
]
