import { eachLimited } from './each-limited.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'
import { readGroupParts } from './read-group-parts.ts'
import { readGroups } from './read-groups.ts'
import { reportUnseen } from './report-unseen.ts'

/** Reads all lists at once, and the parts of each group as soon as the groups are known. */
export async function readEverything(source: ExportSource, reader: ExportReader): Promise<void> {
  const { client, signal } = source
  const { rows } = reader.draft
  const abort = { signal }
  const tasks: readonly (() => Promise<void>)[] = [
    async () => {
      await readGroups(source, reader, rows.groups)
      await readGroupParts(source, reader, rows.groups.values())
    },
    async () => reader.list('people', client.people.list({ embed: ['roles'] }, abort)),
    async () => reader.list('devices', client.devices.list({}, abort)),
    async () => reader.list('absences', client.absences.list({}, abort)),
    async () => reader.list('sites', client.sites.list({}, abort)),
    async () => reader.list('services', client.services.list({}, abort)),
  ]
  await eachLimited(tasks, tasks.length, async (task) => task(), source.abort)
  reportUnseen(reader.draft)
}
