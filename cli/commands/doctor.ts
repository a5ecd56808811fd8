import type { Command } from '../command.ts'
import { openClient } from '../connect.ts'
import { exitCodes } from '../exit-codes.ts'
import { jsonText, writeOut } from '../output.ts'

export const doctorCommand: Command = {
  positionals: [],
  options: ['json'],
  async run({ config, json, signal }) {
    const report = await openClient(await config()).testConnection({ signal })
    const refused = Object.entries(report.permissions).flatMap(([list, allowed]) => (allowed === false ? [list] : []))
    const text = [report.message, ...(refused.length === 0 ? [] : [`Refused: ${refused.join(', ')}.`])].join('\n')
    writeOut(undefined, json ? jsonText(report) : text)
    return report.ok ? exitCodes.inSync : exitCodes.error
  },
}
