import { policyCoverage } from '../../schedule/index.ts'
import { policiesOfUsers } from './affected-policies.ts'
import type { SourceBrakeInput } from './brake-input.ts'
import { listNames } from '../list-names.ts'
import { orNothing, policyNames, snapshotOf } from '../plan-world.ts'
import type { Brake } from '../plan.ts'

/** Time on call that the source gives to people who cannot be reached, in what the plan touches. */
export function uninvitedBrakes({ source, affected, impact, uninvited, limits }: SourceBrakeInput): Brake[] {
  if (uninvited.size === 0 || affected.length === 0) return []
  const touched = new Set(affected)
  const snapshot = snapshotOf(source)
  const names = policyNames(source)
  const waiting = policiesOfUsers(source, uninvited)
    .filter((key) => touched.has(key))
    .map((key) => {
      const { load = [] } = orNothing(() => policyCoverage(snapshot, key, impact)) ?? {}
      const held = load.filter(({ userKey }) => uninvited.has(userKey))
      return { key, name: names.get(key) ?? key, hours: held.reduce((sum, { minutes }) => sum + minutes, 0) / 60 }
    })
    .filter(({ hours }) => hours > 0)
  const hours = waiting.reduce((sum, one) => sum + one.hours, 0)
  if (hours <= limits.uninvitedHours) return []
  const where = listNames(waiting.map(({ name }) => name))
  return [
    {
      code: 'uninvited-hours',
      entity: 'escalationPolicy',
      keys: waiting.map(({ key }) => key),
      limit: limits.uninvitedHours,
      actual: hours,
      message: `${Math.round(hours * 10) / 10} hours on call in ${where} belong to people who have no record in the target and no invitation; the limit is ${limits.uninvitedHours}.`,
    },
  ]
}
