import { canonicalJson, type RecordLink, type TargetRecord, type User, type UserGroup } from 'xmatters-sync'
import type { HarnessGroup, HarnessPerson } from './harness-api.ts'
import { type FileRecord, shortDigest } from './harness-files.ts'

/** A value beside what the platform showed when it was written, which tells an edit there from a field that it cannot hold. */
interface Kept<T, S> {
  readonly value: T
  readonly shown: S
}
export type KeptUser = Kept<User, Pick<HarnessPerson, 'name'>>
export type KeptGroup = Kept<UserGroup, Pick<HarnessGroup, 'name' | 'description' | 'emails'>>

export function userRecord(person: HarnessPerson, file: FileRecord<KeptUser> | null): TargetRecord<User> {
  const { email, name, status, externallyManaged } = person
  const { value = blankUser(email), shown } = file?.value ?? {}
  return {
    id: email,
    link: file?.link ?? null,
    revision: revisionOf(file, person),
    status,
    ...(externallyManaged ? { managedBy: 'external' } : {}),
    value: { ...value, name: shown?.name === name ? value.name : name },
  }
}

/** Fields that were edited on the platform since they were written come from there, all others as they were written. */
export function groupRecord(group: HarnessGroup, file: FileRecord<KeptGroup> | null): TargetRecord<UserGroup> {
  const { identifier, name, description, emails, managedBy } = group
  const link = linkOf(group)
  const ours = file && isSameLink(file.link, link) ? file.value : null
  const { value = blankGroup(identifier), shown } = ours ?? {}
  return {
    id: identifier,
    link,
    revision: revisionOf(file, group),
    status: 'active',
    ...(managedBy ? { managedBy } : {}),
    value: {
      ...value,
      name: shown?.name === name ? value.name : name,
      description: shown?.description === description ? value.description : description,
      memberKeys: canonicalJson(shown?.emails) === canonicalJson(emails) ? value.memberKeys : emails,
    },
  }
}

export function documentRecord<T>({ id, link, version, value }: FileRecord<T>): TargetRecord<T> {
  return { id, link, revision: String(version), status: 'active', value }
}

export function revisionOf(file: FileRecord<unknown> | null, shown: HarnessGroup | HarnessPerson): string {
  return `${file?.version ?? 0}-${shortDigest(canonicalJson(shown))}`
}

/** Kept with the group itself, so that record and link come into being at once. */
export function tagsOf({ origin, key }: RecordLink): Record<string, string> {
  return { xmatters_origin: origin, xmatters_key: key }
}

export function linkOf({ tags }: HarnessGroup): RecordLink | null {
  const { xmatters_origin: origin, xmatters_key: key } = tags
  return origin !== undefined && key !== undefined ? { origin, key } : null
}

export function isSameLink(a: RecordLink | null, b: RecordLink | null): boolean {
  return a !== null && b !== null && a.origin === b.origin && a.key === b.key
}

function blankUser(email: string): User {
  return {
    key: `email:${email}`,
    name: email,
    email,
    givenName: null,
    familyName: null,
    timeZone: null,
    active: true,
    contactMethods: [],
  }
}

function blankGroup(identifier: string): UserGroup {
  return {
    key: `harness:${identifier}`,
    name: identifier,
    description: '',
    membership: 'static',
    active: true,
    memberKeys: [],
    memberGroupKeys: [],
    supervisorKeys: [],
    ownedServices: [],
    site: null,
  }
}
