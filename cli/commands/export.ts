import type { Command } from '../command.ts'
import { exportTenant, openClient } from '../connect.ts'
import { exitCodes } from '../exit-codes.ts'
import { jsonText, writeError, writeOut } from '../output.ts'

export const exportCommand: Command = {
  positionals: [],
  options: ['out'],
  async run({ config, out, signal }) {
    const loaded = await config()
    const tenant = await exportTenant(openClient(loaded), loaded, signal)
    writeOut(out, jsonText(tenant))
    for (const gap of tenant.completeness.gaps) writeError(`Not complete: ${gap.message}`)
    return exitCodes.inSync
  },
}
