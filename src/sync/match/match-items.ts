import type { EntityKind, User } from '../../model/index.ts'
import { append } from '../../get-or-add.ts'
import { matchByIdentity, type NamedItem, type Owner } from './match-by-identity.ts'
import { type Match, type Matching, matchProblem, type MatchProblem } from './matching.ts'
import type { AnyRecord, AnyValue, ReadInput } from '../plan-input.ts'

/**
 * Says which record is which item: by link, by manual pairs, by the record that the last run left to it, users by e-mail address
 * without regard to case, others by name. Whatever is not certain is a problem and no match.
 */
export function matchItems(
  entity: EntityKind,
  input: ReadInput,
  options: {
    readonly manual: ReadonlyMap<string, string>
    /** Whether the record of an item that is gone will be gone as well, so that its name is free. */
    readonly isLeaving: (key: string) => boolean
  },
): Matching {
  const desired = input.desired[entity]
  const records = input.records[entity]
  const linked = new Map<string, AnyRecord[]>()
  for (const record of records.values())
    if (record.link?.origin === input.origin) append(linked, record.link.key, record)
  const matches = new Map<string, Match>()
  const problems = new Map<string, MatchProblem>()
  const taken = new Map<string, string>()
  const match = (key: string, record: AnyRecord, by: Match['by']): void => {
    matches.set(key, { record, by })
    taken.set(record.id, key)
  }
  const isOpen = (key: string): boolean => desired.has(key) && !matches.has(key) && !problems.has(key)
  const pairedIds = new Set([...options.manual].filter(([key]) => desired.has(key)).map(([, id]) => id))

  for (const [key, candidates] of linked) {
    if (!desired.has(key)) continue
    const paired = options.manual.get(key)
    const chosen = candidates.length === 1 ? candidates[0] : candidates.find(({ id }) => id === paired)
    if (chosen && (paired === undefined || paired === chosen.id)) match(key, chosen, 'link')
    else problems.set(key, linkProblem(candidates, paired))
    for (const { id } of candidates) taken.set(id, key)
  }

  for (const [key, id] of options.manual) {
    if (!isOpen(key)) continue
    const record = records.get(id)
    const owner = record && ownerOf(record, { origin: input.origin, desired, taken })
    if (record && owner === null) match(key, record, 'manual')
    else problems.set(key, pairProblem(id, owner))
  }

  const claims = new Map<string, string[]>()
  for (const [key, { targetId }] of input.baseline[entity]) {
    if (!isOpen(key)) continue
    const record = records.get(targetId)
    if (record && record.link === null && !taken.has(targetId) && !pairedIds.has(targetId))
      append(claims, targetId, key)
  }
  for (const [id, keys] of claims) if (keys.length === 1) match(keys[0]!, records.get(id)!, 'baseline')

  const orphans = new Map<string, readonly AnyRecord[]>()
  for (const [key, list] of linked) {
    if (desired.has(key)) continue
    const left = list.filter(({ id }) => !taken.has(id))
    if (left.length > 0) orphans.set(key, left)
  }
  const open: NamedItem[] = []
  for (const [key, value] of desired) if (isOpen(key)) open.push({ key, name: nameOf(entity, value) })
  const ownerOfRecord = ({ id, link }: AnyRecord): Owner => {
    if (taken.has(id)) return 'item'
    if (link === null) return null
    if (link.origin !== input.origin) return 'elsewhere'
    return options.isLeaving(link.key) ? 'leaving' : 'orphan'
  }
  const nameOfRecord = (record: AnyRecord): string => nameOf(entity, record.value)
  const found = matchByIdentity(entity, open, { records, nameOf: nameOfRecord, ownerOf: ownerOfRecord })
  for (const [key, record] of found.matches) match(key, record, entity === 'user' ? 'email' : 'name')
  for (const [key, problem] of found.problems) problems.set(key, problem)
  const fresh: string[] = []
  for (const key of found.fresh) {
    const before = input.baseline[entity].get(key)
    if (!before) fresh.push(key)
    else problems.set(key, goneProblem(before.targetId))
  }

  let others: Map<string, string[]> | null = null
  const othersNamed = (name: string): readonly string[] => {
    if (!others) {
      others = new Map()
      for (const record of records.values()) {
        const owner = ownerOfRecord(record)
        if (owner !== 'item' && owner !== 'leaving') append(others, nameOfRecord(record), record.id)
      }
    }
    const identity = identityOf(entity, name)
    return identity === '' ? [] : (others.get(identity) ?? [])
  }
  return { matches, problems, elsewhere: found.elsewhere, fresh, orphans, othersNamed }
}

/** The field by which an item is known where nothing links it. */
export function identityField(entity: EntityKind): 'email' | 'name' {
  return entity === 'user' ? 'email' : 'name'
}

/** What an item goes by when nothing links it; empty for one that cannot be told. */
function nameOf(entity: EntityKind, value: AnyValue): string {
  return identityOf(entity, entity === 'user' ? (value as User).email : value.name)
}

function identityOf(entity: EntityKind, text: unknown): string {
  if (typeof text !== 'string') return ''
  return entity === 'user' ? text.trim().toLowerCase() : text.trim().normalize('NFC')
}

/** `null` when the record is free to be paired. */
function ownerOf(
  { id, link }: AnyRecord,
  {
    origin,
    desired,
    taken,
  }: { origin: string; desired: ReadonlyMap<string, unknown>; taken: ReadonlyMap<string, string> },
): string | null {
  const key = taken.get(id)
  if (key !== undefined) return key
  if (link === null || (link.origin === origin && !desired.has(link.key))) return null
  return `${link.key} of ${link.origin}`
}

function linkProblem(candidates: readonly AnyRecord[], paired: string | undefined): MatchProblem {
  const ids = candidates.map(({ id }) => id)
  return candidates.length > 1
    ? matchProblem('ambiguous-match', ids, `${ids.length} records are linked to it: ${ids.join(', ')}.`)
    : matchProblem(
        'ambiguous-match',
        [...ids, paired!].sort(),
        `It is linked to ${ids[0]!}, and match.manual pairs it with ${paired!}.`,
      )
}

function pairProblem(id: string, owner: string | null | undefined): MatchProblem {
  const pairs = `match.manual pairs it with ${id}, which`
  return owner === undefined
    ? matchProblem('removed-in-target', [], `${pairs} the target does not have.`)
    : matchProblem('ambiguous-match', [id], `${pairs} belongs to ${String(owner)}.`)
}

function goneProblem(id: string): MatchProblem {
  const detail = `Its record ${id} was removed from the target, or unlinked, since the last sync.`
  return matchProblem('removed-in-target', [], detail, true)
}
