import type { EntityKind } from '../../model/index.ts'
import { append } from '../../get-or-add.ts'
import { type Matching, matchProblem, type MatchProblem } from './matching.ts'
import type { AnyRecord } from '../plan-input.ts'

export interface NamedItem {
  readonly key: string
  /** As it is compared; empty for an item that has none. */
  readonly name: string
}

/**
 * Whose a record is: nobody's (`null`), another item's, another import's, or of an item that the source has no more, whether its record
 * stays (`orphan`) or goes with this plan (`leaving`).
 */
export type Owner = null | 'item' | 'elsewhere' | 'orphan' | 'leaving'

export interface IdentityContext {
  readonly records: ReadonlyMap<string, AnyRecord>
  readonly nameOf: (record: AnyRecord) => string
  readonly ownerOf: (record: AnyRecord) => Owner
}

interface Found {
  readonly matches: ReadonlyMap<string, AnyRecord>
  readonly problems: ReadonlyMap<string, MatchProblem>
  readonly elsewhere: Matching['elsewhere']
  readonly fresh: readonly string[]
}

/** Matches what nothing links: users by address, others by name. Only a free record that one item alone could be is a match. */
export function matchByIdentity(entity: EntityKind, items: readonly NamedItem[], context: IdentityContext): Found {
  const matches = new Map<string, AnyRecord>()
  const problems = new Map<string, MatchProblem>()
  const elsewhere = new Map<string, AnyRecord>()
  const fresh: string[] = []
  if (items.length === 0) return { matches, problems, elsewhere, fresh }

  const wanted = new Map<string, string[]>()
  for (const { key, name } of items) {
    if (name === '') fresh.push(key)
    else append(wanted, name, key)
  }
  const present = new Map<string, AnyRecord[]>()
  for (const record of context.records.values()) {
    const name = context.nameOf(record)
    if (wanted.has(name)) append(present, name, record)
  }
  const judge = entity === 'user' ? judgeAddress : judgeName
  for (const [name, keys] of wanted) {
    const candidates = (present.get(name) ?? []).map((record) => ({ record, owner: context.ownerOf(record) }))
    const verdict = judge(keys, candidates, { entity, name })
    for (const key of keys) {
      if (verdict.kind === 'match') matches.set(key, verdict.record)
      else if (verdict.kind === 'elsewhere') elsewhere.set(key, verdict.record)
      else if (verdict.kind === 'problem') problems.set(key, verdict.problem)
      else fresh.push(key)
    }
  }
  return { matches, problems, elsewhere, fresh: fresh.sort() }
}

type Verdict =
  | { readonly kind: 'match' | 'elsewhere'; readonly record: AnyRecord }
  | { readonly kind: 'problem'; readonly problem: MatchProblem }
  | { readonly kind: 'fresh' }

interface Candidate {
  readonly record: AnyRecord
  readonly owner: Owner
}

type Subject = { readonly entity: EntityKind; readonly name: string }

/** An address is one person's. Where either side has it twice, nobody can tell who is who. */
function judgeAddress(keys: readonly string[], candidates: readonly Candidate[], { name }: Subject): Verdict {
  const [only, ...more] = candidates
  const ids = idsOf(candidates)
  if (keys.length > 1)
    return problem('ambiguous-match', ids, `The source has ${keys.length} users with the address ${name}.`)
  if (more.length > 0)
    return problem('ambiguous-match', ids, `The target has ${ids.length} users with the address ${name}.`)
  if (!only || only.owner === 'leaving') return { kind: 'fresh' }
  if (only.owner === null) return { kind: 'match', record: only.record }
  if (only.owner === 'elsewhere') return { kind: 'elsewhere', record: only.record }
  const owner = only.owner === 'orphan' ? 'an item that the source has no more' : 'another user of the source'
  return problem('ambiguous-match', ids, `The address ${name} belongs to ${ids[0]!}, which is linked to ${owner}.`)
}

/** Names repeat. A free record is the item's where no other could be meant; a record that is another's is only in the way. */
function judgeName(keys: readonly string[], candidates: readonly Candidate[], { entity, name }: Subject): Verdict {
  const free = candidates.filter(({ owner }) => owner === null)
  const quoted = JSON.stringify(name)
  if (free.length > 0 && keys.length > 1) {
    return problem('ambiguous-match', idsOf(free), `The source has ${keys.length} items named ${quoted}.`)
  }
  if (free.length > 1)
    return problem('ambiguous-match', idsOf(free), `The target has ${free.length} items named ${quoted}.`)
  if (free.length === 1) return { kind: 'match', record: free[0]!.record }
  const inTheWay = candidates.filter(({ owner }) => owner === 'elsewhere' || owner === 'orphan')
  if (inTheWay.length === 0) return { kind: 'fresh' }
  const ids = idsOf(inTheWay)
  const kind = entity === 'schedule' ? 'duplicate-schedule' : 'name-collision'
  return problem(kind, ids, `${ids.join(', ')} is named ${quoted} too, and belongs to something else.`)
}

function idsOf(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ record }) => record.id).sort()
}

function problem(kind: MatchProblem['kind'], candidates: readonly string[], detail: string): Verdict {
  return { kind: 'problem', problem: matchProblem(kind, candidates, detail) }
}
