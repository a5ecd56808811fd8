import type { EscalationLevel, EscalationPolicy } from '../model/index.ts'
import type { TargetFitCapabilities } from './target-fit.ts'
import type { CountedEntry } from './ledger-account.ts'

/** Rounds delays to what the target can keep, and merges levels beyond the most that it has. */
export function fitLevels(
  policy: EscalationPolicy,
  capabilities: TargetFitCapabilities,
  entries: CountedEntry[],
): EscalationPolicy {
  const { delayGranularityMinutes: grain = 0, maxLevels = Infinity, waitsOutEmptyLevels = true } = capabilities
  const report = (code: string, path: string, value: number | null, message: string, minutes: number): void => {
    const effect = { minutes }
    entries.push({ code, outcome: 'approximated', entity: policy.key, path, value, message, effect })
  }
  const levels = new Map<number, EscalationLevel['targets']>()
  policy.levels.forEach(({ offsetMinutes, targets }, index) => {
    const rounded = grain > 0 ? Math.round(offsetMinutes / grain) * grain : offsetMinutes
    if (rounded !== offsetMinutes) {
      const message = `${offsetMinutes} minutes become ${rounded}.`
      report('fit.delay', `levels[${index}].offsetMinutes`, offsetMinutes, message, Math.abs(rounded - offsetMinutes))
    }
    const last = [...levels.keys()].at(-1) ?? rounded
    const tooMany = !levels.has(rounded) && levels.size >= Math.max(1, maxLevels)
    const offset = tooMany ? last : rounded
    if (tooMany) {
      const message = `More than ${maxLevels} levels; alerted with the last one at ${offset} minutes.`
      report('fit.levels', `levels[${index}]`, offsetMinutes, message, rounded - offset)
    }
    levels.set(offset, [...(levels.get(offset) ?? []), ...targets])
  })
  const shifts = new Set(policy.levels.flatMap(({ targets }) => targets.map(({ key }) => key.split('/slot:')[0])))
  if (!waitsOutEmptyLevels && shifts.size > 1 && levels.size > 1) {
    const message = 'Levels of shifts that are not on duty are passed at once; people may be alerted early.'
    report('fit.empty-level', 'levels', null, message, Math.max(...levels.keys()))
  }
  return { ...policy, levels: [...levels].map(([offsetMinutes, targets]) => ({ offsetMinutes, targets })) }
}
