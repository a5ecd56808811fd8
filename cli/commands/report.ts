import { mapTenant, parsePlan } from 'xmatters-sync'
import { renderReportHtml, type ReportInput } from 'xmatters-sync/report'
import type { Command, CommandContext } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { readJson, writeOut } from '../output.ts'
import { isParity, isPlan, isTenant } from '../recognize.ts'

export const reportCommand: Command = {
  positionals: ['FILE'],
  variadic: true,
  options: ['out'],
  async run({ positionals, config, out }) {
    const parts = await Promise.all(positionals.map(async (file) => partOf(file, await readJson(file), config)))
    writeOut(out, renderReportHtml(Object.assign({}, ...parts) as ReportInput))
    return exitCodes.inSync
  },
}

async function partOf(file: string, value: unknown, config: CommandContext['config']): Promise<ReportInput> {
  if (isTenant(value)) return mapTenant(value, (await config()).mapping)
  if (isParity(value)) return { parity: value }
  if (isPlan(value)) return { plan: parsePlan(value) }
  throw new Error(`${file} is neither a plan nor a tenant nor what verify wrote.`)
}
