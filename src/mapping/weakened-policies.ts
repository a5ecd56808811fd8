import { getOrAdd } from '../get-or-add.ts'
import type { Participant, Rotation } from '../model/index.ts'
import { policiesIn } from '../schedule/index.ts'
import { peopleOf } from './build-overrides.ts'
import type { MappingIssue } from './mapping-issue.ts'

/** Tells which policies suffer from a loss, through nested ones too. Keys are sorted. */
export interface WeakenedPolicies {
  /** Policies on which somebody can be on call. */
  readonly byPerson: (userKey: string) => readonly string[]
  /** A policy and those that reach it. */
  readonly byPolicy: (policyKey: string) => readonly string[]
}

export function createWeakenedPolicies(rotations: ReadonlyMap<string, readonly Rotation[]>): WeakenedPolicies {
  const policiesOf = new Map<string, Set<string>>()
  const above = new Map<string, Set<string>>()
  for (const [key, list] of rotations) {
    for (const { participants } of list) {
      for (const person of peopleOf(participants)) getOrAdd(policiesOf, person, () => new Set()).add(key)
      for (const nested of policiesIn(participants)) getOrAdd(above, nested, () => new Set()).add(key)
    }
  }
  const upwards = (keys: Iterable<string>): readonly string[] => {
    const found = new Set(keys)
    // A set goes on to what is added to it while it is walked.
    for (const key of found) for (const other of above.get(key) ?? []) found.add(other)
    return [...found].sort()
  }
  return {
    byPerson: (userKey) => upwards(policiesOf.get(userKey) ?? []),
    byPolicy: (policyKey) => upwards([policyKey]),
  }
}

/** What is wrong with a whole shift concerns everybody in it. */
export function sizeOfShiftIssue(
  issue: MappingIssue,
  participants: readonly Participant[],
  affects: readonly string[],
): MappingIssue {
  if (!/^(shift|recurrence|rotation)\./.test(issue.code)) return issue
  return { ...issue, effect: { people: new Set(peopleOf(participants)).size, affects } }
}
