import { formatInstant, mapTenant, parseInstant, verifyOnCall } from 'xmatters-sync'
import { renderParityText } from 'xmatters-sync/report'
import type { Command } from '../command.ts'
import { exportTenant, openClient } from '../connect.ts'
import { exitCodeAfterRead, exitCodes } from '../exit-codes.ts'
import { jsonText, writeOut } from '../output.ts'

export const verifyCommand: Command = {
  positionals: [],
  options: ['json', 'out', 'days', 'allow-incomplete'],
  async run(context) {
    const { config, json, out, days, signal } = context
    const count = Number(days)
    if (!Number.isInteger(count) || count < 1 || count > 90)
      throw new Error('--days takes a whole number from 1 to 90.')
    const loaded = await config()
    const client = openClient(loaded)
    const tenant = await exportTenant(client, loaded, context)
    const { snapshot, ledger } = mapTenant(tenant, loaded.mapping)
    const from = tenant.capturedAt
    const to = formatInstant(parseInstant(from) + count * 86_400_000)
    const observed = await client.observeOnCall({ groups: tenant.groups.map(({ id }) => id), from, to, signal })
    const parity = verifyOnCall({ snapshot, observed, from, to, ledger })
    if (out !== undefined) writeOut(out, jsonText(parity))
    if (out !== '-') writeOut(undefined, json ? jsonText(parity) : renderParityText(parity, { snapshot }))
    const code = parity.ratio === 1 ? exitCodes.inSync : exitCodes.changes
    return exitCodeAfterRead(code, tenant.completeness.complete, context)
  },
}
