import { append, getOrAdd } from '../get-or-add.ts'
import type { Override, Participant, Rotation } from '../model/index.ts'
import { byKey } from './by-key.ts'

export interface SourceAbsence {
  readonly override: Override
  /** Key of the one schedule that it is for; `null` for all. */
  readonly scheduleKey: string | null
}

/**
 * The overrides of each schedule: an absence acts on every rotation where the absent person takes part, or can come in as a
 * replacement through another absence.
 */
export function buildOverrides(
  absences: readonly SourceAbsence[],
  rotations: ReadonlyMap<string, readonly Rotation[]>,
): ReadonlyMap<string, readonly Override[]> {
  const byPerson = new Map<string, SourceAbsence[]>()
  for (const absence of absences) append(byPerson, absence.override.replaces, absence)
  const overrides = new Map<string, readonly Override[]>()
  if (absences.length === 0) return overrides
  for (const [scheduleKey, list] of rotations) {
    const reach = new Map<string, Set<string>>()
    for (const { key, participants } of list)
      for (const person of peopleOf(participants)) if (byPerson.has(person)) add(reach, person, key)
    const found: Override[] = []
    const acting = (person: string): readonly SourceAbsence[] =>
      (byPerson.get(person) ?? []).filter(
        (absence) => absence.scheduleKey === null || absence.scheduleKey === scheduleKey,
      )
    const open = [...reach.keys()]
    for (let person = open.pop(); person !== undefined; person = open.pop()) {
      for (const stand of acting(person).flatMap(({ override }) => override.replacement ?? [])) {
        let grown = false
        for (const key of reach.get(person) ?? []) grown = add(reach, stand, key) || grown
        if (grown) open.push(stand)
      }
    }
    for (const [person, keys] of reach)
      for (const { override } of acting(person)) found.push({ ...override, rotationKeys: [...keys].sort() })
    overrides.set(scheduleKey, found.sort(byKey))
  }
  return overrides
}

/** People whom an absence can redirect. */
export function peopleOf(participants: readonly Participant[]): readonly string[] {
  return participants.flatMap((one) =>
    one.kind === 'all' ? peopleOf(one.of) : one.kind === 'user' && one.overridable !== false ? [one.key] : [],
  )
}

function add(reach: Map<string, Set<string>>, person: string, key: string): boolean {
  const keys = getOrAdd(reach, person, () => new Set())
  const before = keys.size
  return keys.add(key).size > before
}
