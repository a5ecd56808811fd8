import { formatInstant, parseInstant } from '../../time/index.ts'
import { linkSignal } from '../linked-signal.ts'
import type { Selection } from '../selection.ts'
import type { XMattersTenant } from '../tenant.ts'
import type { Transport } from '../transport.ts'
import { type ExportProgress, createExportReader } from './export-reader.ts'
import type { ExportClient } from './export-source.ts'
import { readEverything } from './read-everything.ts'
import { readSelection } from './read-selection.ts'
import { isSelective } from './select-groups.ts'
import { createTenantDraft } from './tenant-draft.ts'

export interface ExportOptions {
  /** Default: everything that the account may see. */
  readonly select?: Selection
  /** Instant of the capture. Default: the clock. */
  readonly now?: string
  readonly onProgress?: (progress: ExportProgress) => void
  readonly signal?: AbortSignal
}

/** Reads a tenant. */
export async function exportTenant(
  { host }: Transport,
  client: ExportClient,
  { select, now, onProgress, signal }: ExportOptions = {},
): Promise<XMattersTenant> {
  const capturedAt = formatInstant(now === undefined ? Date.now() : parseInstant(now))
  const draft = createTenantDraft(`xmatters:${host}`, capturedAt)
  const reader = createExportReader(draft, onProgress)
  const link = linkSignal(signal)
  const source = { client, signal: link.signal }
  try {
    const selection = isSelective(select)
      ? await readSelection(source, reader, select)
      : await readEverything(source, reader).then(() => null)
    return draft.build(selection)
  } finally {
    link.abort()
    link.release()
  }
}
