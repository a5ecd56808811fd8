import type { Command } from '../command.ts'
import { openClient } from '../connect.ts'
import { exitCodes } from '../exit-codes.ts'
import { jsonText, writeOut } from '../output.ts'

export const doctorCommand: Command = {
  positionals: [],
  options: ['json'],
  async run({ config, json, signal }) {
    const report = await openClient(await config()).testConnection({ signal })
    writeOut(undefined, json ? jsonText(report) : report.message)
    return report.ok ? exitCodes.inSync : exitCodes.error
  },
}
