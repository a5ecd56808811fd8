import type { Editable, FakeTenant } from './fake-tenant.ts'
import { listOf, rawListOf } from './fake-read.ts'

interface Named {
  readonly id: string
  readonly targetName?: string
  readonly name?: string
}

/** By id or by name. */
export function findNamed<T extends Named>(rows: readonly T[], asked: string): T | undefined {
  return rows.find(({ id }) => id === asked) ?? rows.find(({ targetName, name }) => (targetName ?? name) === asked)
}

/** Rows in the order of their names where the query asks for an order, whichever it is. */
export function sortNamed<T extends Named>(rows: readonly T[], url: URL): readonly T[] {
  if (!url.searchParams.has('sortBy')) return rows
  const turn = url.searchParams.get('sortOrder') === 'DESCENDING' ? -1 : 1
  const nameOf = ({ id, targetName, name }: T): string => targetName ?? name ?? id
  return [...rows].sort((a, b) => {
    const [left, right] = [nameOf(a), nameOf(b)]
    return left === right ? (a.id < b.id ? -turn : turn) : left < right ? -turn : turn
  })
}

/** Whether a row has the value that the query asks for, without regard to case; yes where it does not ask. */
export function has(url: URL, parameter: string, value: string | undefined): boolean {
  const asked = url.searchParams.get(parameter)
  return asked === null || asked.toLowerCase() === (value ?? '').toLowerCase()
}

/** Whether one of the values is in the list that the query asks for; yes where it does not ask. */
export function isAmong(url: URL, parameter: string, ...values: readonly (string | undefined)[]): boolean {
  const asked = [...rawListOf(url, parameter), ...listOf(url, parameter)]
  return asked.length === 0 || values.some((value) => value !== undefined && asked.includes(value))
}

/** Whether any of the texts holds the terms searched for: one of them, or all with `operand=AND`. */
export function isFound(url: URL, ...texts: readonly (string | undefined)[]): boolean {
  const search = url.searchParams.get('search')
  if (search === null) return true
  const terms = (search.match(/"[^"]+"|[^\s+]+/g) ?? []).map((term) => term.replaceAll('"', '').toLowerCase())
  const holds = (term: string): boolean => texts.some((text) => (text ?? '').toLowerCase().includes(term))
  return url.searchParams.get('operand') === 'AND' ? terms.every(holds) : terms.some(holds)
}

/** Ids and names of the groups on whose roster somebody is. */
export function groupsOfMember(tenant: FakeTenant, memberId: string): readonly (string | undefined)[] {
  return tenant.roster.flatMap(({ group, member }) => (member.id === memberId ? [group.id, group.targetName] : []))
}

export function deviceAddresses(tenant: FakeTenant, personId: string): readonly Editable<string>[] {
  return tenant.devices.flatMap(({ owner, emailAddress }) =>
    owner?.id === personId && emailAddress !== undefined ? [emailAddress] : [],
  )
}
