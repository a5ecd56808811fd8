import path from 'node:path'
import {
  type EscalationPolicy,
  type RecordLink,
  type RemoveChange,
  type Schedule,
  type TargetAdapter,
  type UpdateChange,
  type UserGroup,
  type WriteResult,
} from 'xmatters-sync'
import { assignIdentifiers, harnessEmail, harnessEmails, harnessName } from 'xmatters-sync/harness'
import { createHarnessApi, type HarnessApiOptions, HarnessError, type HarnessGroup } from './harness-api.ts'
import { type FileRecord, type FileTable, openFileTable, shortDigest } from './harness-files.ts'
import {
  documentRecord,
  groupRecord,
  isSameLink,
  type KeptGroup,
  type KeptUser,
  linkOf,
  revisionOf,
  tagsOf,
  userRecord,
} from './harness-records.ts'

export interface HarnessTargetOptions extends HarnessApiOptions {
  /** Where schedules, policies and what the platform has no field for are kept. */
  readonly folder: string
}

class StaleError extends Error {
  readonly code = 'stale'
}

/**
 * Groups as user groups and people as invited users on the platform; schedules and escalation policies, for which it has no public API,
 * as one JSON file each. People's ids are their addresses, since those outlive the wait for an invitation to be accepted. The platform
 * has no revisions, so one is computed from what it shows: an edit between the check and the write would be lost.
 */
export function createHarnessTarget({
  folder,
  ...options
}: HarnessTargetOptions): Required<Pick<TargetAdapter, 'invite'>> & TargetAdapter {
  const api = createHarnessApi(options)
  const users = openFileTable<KeptUser>(path.join(folder, 'users'))
  const groups = openFileTable<KeptGroup>(path.join(folder, 'user-groups'))
  const documents = {
    schedule: openFileTable<Schedule>(path.join(folder, 'schedules')),
    escalationPolicy: openFileTable<EscalationPolicy>(path.join(folder, 'escalation-policies')),
  }
  /** Link of each identifier in use, as far as seen or given out by this process. */
  const identifiers = new Map<string, RecordLink | null>()

  const listGroups = async (signal?: AbortSignal): Promise<readonly HarnessGroup[]> => {
    const all = await api.listGroups(signal)
    for (const group of all) identifiers.set(group.identifier, linkOf(group))
    return all
  }

  const currentGroup = async (
    identifier: string,
  ): Promise<{ group: HarnessGroup; file: FileRecord<KeptGroup> | null } | null> => {
    const group = await api.getGroup(identifier)
    return group && { group, file: await groups.get(identifier) }
  }

  /** Writes the file first: alone it means nothing, and a group without it would show less than was written. */
  const saveGroup = async (
    identifier: string,
    link: RecordLink,
    value: UserGroup,
    { version, before }: { readonly version: number; readonly before: HarnessGroup | null },
  ): Promise<string> => {
    const emails = harnessEmails(value.memberKeys)
    const { name } = harnessName(value.name)
    // What others set on the platform goes with every update, or it would be gone.
    const { tags = {}, notificationConfigs = [] } = before ?? {}
    const request = {
      identifier,
      name,
      description: value.description,
      emails,
      tags: { ...tags, ...tagsOf(link) },
      notificationConfigs,
    }
    const fileOf = ({ name, description, emails }: KeptGroup['shown']): FileRecord<KeptGroup> => ({
      id: identifier,
      link,
      version,
      value: { value, shown: { name, description, emails } },
    })
    await groups.put(fileOf(request))
    const shown = await api.saveGroup(before ? 'update' : 'create', request)
    const written = fileOf(shown)
    await groups.put(written)
    const lost = emails.filter((email) => !shown.emails.includes(email))
    if (lost.length > 0)
      throw new Error(`Harness left ${lost.length} of ${emails.length} members out of ${identifier}.`)
    return revisionOf(written, shown)
  }

  const createGroup = async (link: RecordLink, value: UserGroup): Promise<WriteResult & { id: string }> => {
    for (let attempt = 0; ; attempt += 1) {
      if (identifiers.size === 0 || attempt > 0) await listGroups()
      const existing = [...identifiers].find(([, other]) => isSameLink(other, link))?.[0]
      const current = existing === undefined ? null : await currentGroup(existing)
      if (current) return { id: current.group.identifier, revision: revisionOf(current.file, current.group) }
      const id = assignIdentifiers([{ key: link.key, name: value.name }], { taken: new Set(identifiers.keys()) }).get(
        link.key,
      )!
      // Taken at once, so that another creation in flight finds another one.
      identifiers.set(id, null)
      try {
        const revision = await saveGroup(id, link, value, { version: 1, before: null })
        identifiers.set(id, link)
        return { id, revision }
      } catch (error) {
        if (!(error instanceof HarnessError && error.code === 'DUPLICATE_FIELD') || attempt > 0) throw error
      }
    }
  }

  const updateGroup = async (change: UpdateChange & { entity: 'userGroup' }): Promise<WriteResult> => {
    const { action, id, link, expectedRevision } = change
    const current = await currentGroup(id)
    if (!current) throw new Error(`There is no user group ${id}.`)
    const { group, file } = current
    refuseStale(id, revisionOf(file, group), expectedRevision)
    const value = action === 'link' ? groupRecord(group, file).value : change.value
    const version = (file?.version ?? 0) + 1
    return { revision: await saveGroup(id, link, value, { version, before: group }) }
  }

  /** Names and addresses belong to the person; what an import knows beyond is kept in the file. */
  const updateUser = async ({
    action,
    id,
    link,
    value,
    expectedRevision,
  }: UpdateChange & { entity: 'user' }): Promise<WriteResult> => {
    const person = (await api.listPeople()).find(({ email }) => email === id)
    if (!person) throw new Error(`There is no person ${id}.`)
    const file = await users.get(id)
    refuseStale(id, revisionOf(file, person), expectedRevision)
    const kept = action === 'link' ? userRecord(person, file).value : value
    const written = {
      id,
      link,
      version: (file?.version ?? 0) + 1,
      value: { value: kept, shown: { name: person.name } },
    }
    await users.put(written)
    return { revision: revisionOf(written, person) }
  }

  const updateDocument = async (
    change: UpdateChange & { entity: 'schedule' | 'escalationPolicy' },
  ): Promise<WriteResult> => {
    const { action, entity, id, link, value, expectedRevision } = change
    const table: FileTable<Schedule | EscalationPolicy> = documents[entity]
    const before = await table.get(id)
    if (!before) throw new Error(`There is no ${entity} ${id}.`)
    refuseStale(id, String(before.version), expectedRevision)
    const version = before.version + 1
    await table.put({ id, link, version, value: action === 'link' ? before.value : value })
    return { revision: String(version) }
  }

  return {
    capabilities: { users: 'existing-only', disable: false, invitationBatchSize: 100, concurrency: 4 },

    async read({ signal }) {
      const [people, userFiles, allGroups, groupFiles] = [
        await api.listPeople(signal),
        byId(await users.all()),
        await listGroups(signal),
        byId(await groups.all()),
      ]
      return {
        users: people.map((person) => userRecord(person, userFiles.get(person.email) ?? null)),
        userGroups: allGroups.map((group) => groupRecord(group, groupFiles.get(group.identifier) ?? null)),
        schedules: (await documents.schedule.all()).map(documentRecord),
        escalationPolicies: (await documents.escalationPolicy.all()).map(documentRecord),
      }
    },

    async create({ entity, link, value }): Promise<WriteResult & { id: string }> {
      if (entity === 'user') throw new Error('People come to Harness by invitation.')
      if (entity === 'userGroup') return createGroup(link, value)
      // The id follows from the link, so the same creation again finds the same file.
      const id = `${entity}_${shortDigest(`${link.origin}\n${link.key}`)}`
      const table: FileTable<Schedule | EscalationPolicy> = documents[entity]
      const existing = await table.get(id)
      if (!existing) await table.put({ id, link, version: 1, value })
      return { id, revision: String(existing?.version ?? 1) }
    },

    async update(change): Promise<WriteResult> {
      if (change.entity === 'user') return updateUser(change)
      return change.entity === 'userGroup' ? updateGroup(change) : updateDocument(change)
    },

    async remove({ entity, id, expectedRevision }: RemoveChange): Promise<void> {
      if (entity === 'user') throw new Error('People are removed from Harness by hand.')
      if (entity === 'userGroup') {
        const current = await currentGroup(id)
        if (!current) return
        refuseStale(id, revisionOf(current.file, current.group), expectedRevision)
        await api.deleteGroup(id)
        await groups.delete(id)
        identifiers.delete(id)
        return
      }
      const existing = await documents[entity].get(id)
      if (!existing) return
      refuseStale(id, String(existing.version), expectedRevision)
      await documents[entity].delete(id)
    },

    async invite(invitations) {
      const outcomes = new Map(
        (await api.invite(invitations.map(({ email }) => email))).map((outcome) => [outcome.email, outcome]),
      )
      return invitations.map(({ email }) => {
        const id = harnessEmail(email)
        const { outcome = 'failed', detail = 'NO_ANSWER' } = outcomes.get(id) ?? {}
        return outcome === 'failed' ? { email, outcome, error: detail } : { email, outcome, id }
      })
    },
  }
}

function refuseStale(id: string, revision: string, expected: string | null): void {
  if (expected !== null && expected !== revision) throw new StaleError(`${id} has changed since it was read.`)
}

function byId<T>(records: readonly FileRecord<T>[]): ReadonlyMap<string, FileRecord<T>> {
  return new Map(records.map((record) => [record.id, record]))
}
