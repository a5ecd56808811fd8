const zones = ['America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Sydney', 'UTC', 'America/Sao_Paulo']
const patterns = [
  { days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '09:00', end: '17:00' },
  { days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '17:00', end: '09:00' },
  { days: ['SA', 'SU'], start: '09:00', end: '09:00' },
]

/** A made-up snapshot: each group has shifts around the clock with three slots each, half of them rotating, and absences. */
export function aLargeTenant({ groups, shiftsPerGroup }) {
  const schedules = []
  const escalationPolicies = []
  for (let group = 0; group < groups; group++) {
    const key = `group:${group}`
    const rotations = []
    const levels = new Map()
    for (let shift = 0; shift < shiftsPerGroup; shift++) {
      for (let slot = 0; slot < 3; slot++) {
        const rotation = aRotation(group, shift, slot)
        rotations.push(rotation)
        const offset = slot * 10 + (shift % 2) * 5
        levels.set(offset, [...(levels.get(offset) ?? []), { kind: 'rotation', scheduleKey: key, key: rotation.key }])
      }
    }
    schedules.push({ key, name: key, timeZone: 'UTC', rotations, overrides: absences(group, rotations) })
    escalationPolicies.push({
      key,
      name: key,
      ownerGroupKey: key,
      active: true,
      levels: [...levels].sort(([a], [b]) => a - b).map(([offsetMinutes, targets]) => ({ offsetMinutes, targets })),
      repeat: null,
    })
  }
  return {
    origin: 'xmatters:bench',
    capturedAt: '2026-03-01T00:00:00Z',
    tzdb: '',
    scope: { complete: true, selected: null },
    users: [],
    userGroups: [],
    schedules,
    escalationPolicies,
  }
}

function aRotation(group, shift, slot) {
  const { days, start, end } = patterns[shift % patterns.length]
  const isOverNight = end <= start
  return {
    key: `shift:${group}-${shift}/slot:${slot + 1}`,
    name: `Shift ${shift} ${slot + 1}`,
    timeZone: zones[(group + (group % 7 === 0 ? shift : 0)) % zones.length],
    recurrence: {
      startsAtWall: `2024-01-01T${start}:00`,
      endsAtWall: `2024-01-0${isOverNight ? 2 : 1}T${end}:00`,
      rule: { kind: 'weekly', every: 1, days, weekStart: 'SU' },
      until: { kind: 'never' },
      duration: { kind: 'wall' },
      disambiguation: 'compatible',
      exceptions: [],
    },
    participants: [0, 1, 2].map((place) => ({ kind: 'user', key: `person:${group * 5 + ((place + slot) % 5)}` })),
    handoff:
      (group + shift) % 2 === 0
        ? {
            kind: 'elapsed',
            anchorWall: '2026-01-05T10:00:00',
            firstIndex: 0,
            every: 1,
            unit: 'weeks',
            midOccurrence: 'both',
          }
        : { kind: 'occurrences', firstStart: '2026-01-05T00:00:00Z', every: 1 },
  }
}

function absences(group, rotations) {
  return [0, 1].map((number) => ({
    key: `absence:${group}-${number}`,
    rotationKeys: rotations.map(({ key }) => key),
    from: `2026-03-${10 + number * 7}T12:00:00Z`,
    to: `2026-03-${14 + number * 7}T12:00:00Z`,
    replaces: `person:${group * 5 + number}`,
    replacement: number === 0 ? `person:${group * 5 + 4}` : null,
    scope: 'all',
  }))
}
