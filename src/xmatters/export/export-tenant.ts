import { formatInstant, parseInstant } from '../../time/index.ts'
import { idOf } from '../wire-schema/row-kind.ts'
import { linkSignal } from '../linked-signal.ts'
import type { Selection } from '../selection.ts'
import { tell } from '../../tell.ts'
import type { XMattersTenant } from '../tenant.ts'
import type { Transport } from '../transport.ts'
import { createExportReader, type ExportProgress } from './export-reader.ts'
import type { ExportClient } from './export-source.ts'
import { partsOf } from './read-group-parts.ts'
import { readEverything } from './read-everything.ts'
import { readSelection } from './read-selection.ts'
import { resumeDraft } from './resume-draft.ts'
import { describeSelection, isSelective } from './select-groups.ts'
import { createTenantDraft, type TenantDraft, tenantLists, type TenantRows } from './tenant-draft.ts'

export interface ExportOptions {
  /** Default: everything that the account may see. */
  readonly select?: Selection
  /** Instant of the capture. Default: the clock; an instance whose own clock is elsewhere is read by that. */
  readonly now?: string
  /** What it throws harms nothing. */
  readonly onProgress?: (progress: ExportProgress) => void
  /** Given what was read so far when an export ends early, before it rejects. Gaps with `not-read` name what is missing. What it throws harms nothing. */
  readonly onPartial?: (partial: XMattersTenant) => void
  /** An earlier export of the same selection, partial or with gaps: what it read to its end is not read again. */
  readonly resume?: XMattersTenant
  readonly signal?: AbortSignal
}

export async function exportTenant(
  transport: Transport,
  client: ExportClient,
  { select, now, onProgress, onPartial, resume, signal }: ExportOptions = {},
): Promise<XMattersTenant> {
  const origin = `xmatters:${transport.host}`
  const startedAt = now === undefined ? Date.now() : parseInstant(now)
  const capturedAt = formatInstant(startedAt)
  const instanceClock = now === undefined ? transport.nextDate() : () => null
  const draft = createTenantDraft(origin, capturedAt)
  const reader = createExportReader(draft, onProgress)
  const asked = isSelective(select) ? describeSelection(select) : null
  if (resume) resumeDraft(draft, resume, { origin, capturedAt, asked })
  const build = (): XMattersTenant => ({
    ...draft.build(asked && { groupIds: [...draft.rows.groups.keys()].sort(), asked }),
    ...instanceTime(instanceClock(), startedAt),
  })
  const link = linkSignal(signal)
  // What is under way ends with it and may be heard of first.
  let failure: unknown
  const abort = (error: unknown): void => {
    failure ??= error
    link.abort()
  }
  const source = { client, signal: link.signal, abort }
  try {
    await (isSelective(select) ? readSelection(source, reader, select) : readEverything(source, reader))
    if (resume) dropOrphans(draft.rows)
    return build()
  } catch (error) {
    abort(error)
    if (onPartial) {
      addUnread(draft)
      tell(onPartial, build())
    }
    throw failure
  } finally {
    link.release()
  }
}

/** Headers tell whole seconds, and come a moment after the start. */
const clocksAgreeMs = 5000

function instanceTime(instanceClock: number | null, startedAt: number): Pick<XMattersTenant, 'instanceTime'> {
  const isKnown = instanceClock !== null && Math.abs(instanceClock - startedAt) >= clocksAgreeMs
  return isKnown ? { instanceTime: formatInstant(instanceClock) } : {}
}

/** A gap for everything that an export would still have read. */
function addUnread(draft: TenantDraft): void {
  const message = 'The export ended before this was read.'
  for (const list of tenantLists) if (!draft.isRead(list)) draft.addGap(list, undefined, 'not-read', message)
  for (const group of draft.rows.groups.values()) {
    for (const part of partsOf(group)) {
      if (!draft.isRead(part, group.id)) draft.addGap(part, group.id, 'not-read', message)
    }
  }
}

/** Parts of groups that were there in an earlier export and are not any more. */
function dropOrphans({ groups, roster, shifts }: TenantRows): void {
  const isOrphan = (group: unknown): boolean => !groups.has(idOf(group) ?? '')
  for (const [key, row] of roster) if (isOrphan(row.group)) roster.delete(key)
  for (const [key, row] of shifts) if (isOrphan(row.group)) shifts.delete(key)
}
