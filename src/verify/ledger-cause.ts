import { append, getOrAdd } from '../get-or-add.ts'
import { groupKey, type Ledger, type OnCallSnapshot } from '../model/index.ts'
import { policiesIn } from '../schedule/index.ts'

export interface LedgerQuestion {
  readonly groupId: string
  /** Shifts on duty on either side. */
  readonly shiftIds: readonly string[]
  /** People that only one side reaches. */
  readonly userKeys: readonly string[]
  /** Whether a shift is not on duty where the snapshot has it: what is known of who holds its slots does not explain that. */
  readonly isAboutTime: boolean
}

export interface LedgerCauses {
  causeOf(question: LedgerQuestion): string | null
}

/** Families of codes that change who is on call, the most telling first. */
const families = ['rotation', 'recurrence', 'shift', 'member', 'absence', 'group']

const familiesOfTime: ReadonlySet<string> = new Set(['recurrence', 'shift', 'group'])

/** Indexes the entries that can change who is on call, for the things that a difference is about and what they are nested in. */
export function readLedgerCauses(ledger: Ledger, snapshot: OnCallSnapshot): LedgerCauses {
  const byEntity = new Map<string, string[]>()
  for (const entry of ledger.entries) {
    if (entry.outcome === 'unknown' || !families.includes(familyOf(entry.code))) continue
    append(byEntity, entry.entity, entry.code)
  }
  const nested = nestedGroups(snapshot)
  return {
    causeOf: ({ groupId, shiftIds, userKeys, isAboutTime }) => {
      const own = [...shiftIds.map((id) => `shift:${id}`), ...userKeys]
      const key = groupKey(groupId)
      for (const entities of [own, [key], nested(key)]) {
        const code = bestCode(byEntity, entities, isAboutTime)
        if (code !== null) return code
      }
      return null
    },
  }
}

function bestCode(
  byEntity: ReadonlyMap<string, readonly string[]>,
  entities: readonly string[],
  isAboutTime: boolean,
): string | null {
  const all = entities.flatMap((entity) => byEntity.get(entity) ?? [])
  const codes = isAboutTime ? all.filter((code) => familiesOfTime.has(familyOf(code))) : all
  const rank = (code: string): number => families.indexOf(familyOf(code))
  codes.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return codes[0] ?? null
}

function familyOf(code: string): string {
  return code.slice(0, code.indexOf('.'))
}

/** Everything that hangs below a group: nested groups and their shifts, as ledger entities. */
function nestedGroups(snapshot: OnCallSnapshot): (key: string) => readonly string[] {
  const schedules = new Map(snapshot.schedules.map((schedule) => [schedule.key, schedule]))
  const cache = new Map<string, readonly string[]>()
  return (root) =>
    getOrAdd(cache, root, () => {
      const [seen, shifts] = [new Set([root]), [] as string[]]
      // A set goes on to what is added to it while it is walked.
      for (const key of seen) {
        for (const { key: rotationKey, participants } of schedules.get(key)?.rotations ?? []) {
          if (key !== root) shifts.push(rotationKey.replace(/\/slot:\d+$/, ''))
          for (const nested of policiesIn(participants)) seen.add(nested)
        }
      }
      seen.delete(root)
      return [...seen, ...shifts]
    })
}
