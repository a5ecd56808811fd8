import { groupKey, type Participant, type User, userKey } from '../model/index.ts'
import { approximated, dropped, type MappingIssue } from './mapping-issue.ts'
import { isActive, readNames, readObject, readText, readWord, type WireObject } from './read-wire.ts'
import { ownerOf, type SourceIndex } from './source-index.ts'

export interface RecipientResolver {
  /** Who a recipient of a slot is. */
  readonly resolve: (recipient: WireObject, path: string, issues: MappingIssue[]) => Participant
  /** User key of a person who is mentioned; somebody who was not exported is remembered as a stub. */
  readonly mention: (person: WireObject) => string | null
  /** The people of a group's roster and the groups in it. `issues` gets what is wrong with a row, by the row. */
  rosterOf(
    groupId: string,
    issues: Map<unknown, readonly MappingIssue[]>,
  ): { readonly memberKeys: readonly string[]; readonly memberGroupKeys: readonly string[] }
  /** People who are mentioned but were not exported. */
  stubs(): readonly User[]
}

type RecipientKind = 'person' | 'group' | 'device' | null
type UserParticipant = Extract<Participant, { kind: 'user' }>

export function createRecipientResolver(source: SourceIndex): RecipientResolver {
  const stubs = new Map<string, User>()
  const broadcasts = new Map<string, Participant>()

  const kindOf = (wire: WireObject, id: string): RecipientKind => {
    const word = readWord(wire['recipientType'])
    if (word === 'PERSON') return 'person'
    if (word === 'DEVICE') return 'device'
    if (word === 'GROUP' || word.includes('DYNAMIC')) return 'group'
    return source.people.has(id) ? 'person' : source.groups.has(id) ? 'group' : source.devices.has(id) ? 'device' : null
  }

  const mentionAs = (id: string, wire: WireObject): string => {
    const key = userKey(id)
    if (source.people.has(id)) return key
    const { name, givenName, familyName } = readNames(wire, id)
    const stub: User = {
      key,
      name,
      email: null,
      givenName,
      familyName,
      timeZone: null,
      active: isActive(wire),
      contactMethods: [],
    }
    const known = stubs.get(key)
    stubs.set(key, known === undefined ? stub : fullerOf(known, stub))
    return key
  }

  const mention = (wire: WireObject): string | null => {
    const id = readText(wire['id'])
    return id === null ? null : mentionAs(id, wire)
  }

  /** The person, or whoever has the device; `null` where that is not known. */
  const userOf = (kind: RecipientKind, wire: WireObject, id: string): UserParticipant | null => {
    if (kind === null) return null
    if (kind !== 'device') return { kind: 'user', key: mentionAs(id, wire) }
    const owner = ownerOf(source.devices.get(id) ?? wire, source.personByName) ?? ownerOf(wire, source.personByName)
    return owner === null ? null : { kind: 'user', key: mentionAs(owner, {}), overridable: false }
  }

  const broadcast = (rootId: string): Participant => {
    const known = broadcasts.get(rootId)
    if (known !== undefined) return known
    const found = new Map<string, Participant>()
    const opened = new Set([rootId])
    // A set goes on to what is added to it while it is walked.
    for (const groupId of opened) {
      for (const row of source.groups.get(groupId)?.roster ?? []) {
        const wire = readObject(row['member'])
        const id = readText(wire['id'])
        if (id === null) continue
        const kind = kindOf(wire, id)
        if (kind === 'group') {
          const group = source.groups.get(id)
          if (group?.kind === 'on-call') found.set(`group ${id}`, { kind: 'policy', key: groupKey(id) })
          else if (group?.active) opened.add(id)
        } else {
          const user = userOf(kind, wire, id)
          if (user !== null) found.set(`${kind} ${user.key}`, user)
        }
      }
    }
    const of = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, participant]) => participant)
    const participant: Participant = of.length === 0 ? { kind: 'nobody' } : { kind: 'all', of }
    broadcasts.set(rootId, participant)
    return participant
  }

  const resolve: RecipientResolver['resolve'] = (wire, path, issues) => {
    const id = readText(wire['id'])
    const at = `${path}.id`
    const nobody = (message: string): Participant => {
      issues.push(dropped('member.unknown', id === null ? path : at, message))
      return { kind: 'nobody' }
    }
    if (id === null) return nobody('A member without an id reaches nobody.')
    switch (kindOf(wire, id)) {
      case 'person': {
        const person = source.people.get(id)
        if (person === undefined) issues.push(notExported(at))
        if (!isActive(person ?? wire)) {
          const message = 'An inactive person: the slot is kept and empty on their turn.'
          issues.push({ ...approximated('member.inactive', at, message), effect: { people: 1 } })
        }
        return { kind: 'user', key: mentionAs(id, wire) }
      }
      case 'device': {
        const user = userOf('device', wire, id)
        if (user === null) return nobody('A device whose owner is not known reaches nobody.')
        issues.push(approximated('member.device', at, 'A device: its owner is reached, by whatever the owner prefers.'))
        return user
      }
      case 'group': {
        const group = source.groups.get(id)
        if (group === undefined) return nobody('A group that was not read reaches nobody.')
        if (!group.active) issues.push(approximated('member.inactive', at, 'An inactive group reaches nobody.'))
        if (group.kind === 'on-call') return { kind: 'policy', key: groupKey(id) }
        if (!group.active) return { kind: 'nobody' }
        if (group.kind === 'dynamic')
          issues.push(
            approximated('member.dynamic-snapshot', at, 'A dynamic group: its members at the capture are reached.'),
          )
        return broadcast(id)
      }
      default:
        return nobody('A kind of member that is not known reaches nobody.')
    }
  }

  const rosterOf: RecipientResolver['rosterOf'] = (groupId, issues) => {
    const [memberKeys, memberGroupKeys] = [[] as string[], [] as string[]]
    for (const row of source.groups.get(groupId)?.roster ?? []) {
      const wire = readObject(row['member'])
      const id = readText(wire['id'])
      const kind = id === null ? null : kindOf(wire, id)
      if (id === null || kind === null) issues.set(row, [notListed(id, 'A kind of member that is not known')])
      else if (kind === 'group') {
        if (source.groups.has(id)) memberGroupKeys.push(groupKey(id))
        else issues.set(row, [notListed(id, 'A group that was not read')])
      } else {
        if (kind === 'person' && !source.people.has(id)) issues.set(row, [notExported('member.id')])
        const user = userOf(kind, wire, id)
        if (user === null) issues.set(row, [notListed(id, 'A device whose owner is not known')])
        else memberKeys.push(user.key)
      }
    }
    return { memberKeys, memberGroupKeys }
  }

  return { resolve, mention, rosterOf, stubs: () => [...stubs.values()] }
}

function notExported(path: string): MappingIssue {
  return approximated('member.not-exported', path, 'Not among the people that were read; only the mention is known.')
}

function notListed(id: string | null, what: string): MappingIssue {
  return dropped('member.unknown', id === null ? 'member' : 'member.id', `${what} is left out of the group.`)
}

/** Of two mentions of one person what says more, so that it does not matter which row came first. */
function fullerOf(a: User, b: User): User {
  const namesOf = ({ key, name, givenName, familyName }: User): number =>
    [givenName, familyName, userKey(name) === key ? null : name].filter(Boolean).length
  const isFuller = namesOf(a) === namesOf(b) ? a.name < b.name : namesOf(a) > namesOf(b)
  return { ...(isFuller ? a : b), active: a.active && b.active }
}
