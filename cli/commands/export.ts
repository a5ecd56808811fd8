import type { Command } from '../command.ts'
import { exportTenant, openClient } from '../connect.ts'
import { exitCodes } from '../exit-codes.ts'
import { jsonText, writeOut } from '../output.ts'

export const exportCommand: Command = {
  positionals: [],
  options: ['json', 'out'],
  async run(context) {
    const { config, out } = context
    const loaded = await config()
    const tenant = await exportTenant(openClient(loaded), loaded, context)
    writeOut(out, jsonText(tenant))
    return exitCodes.inSync
  },
}
