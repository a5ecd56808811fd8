import { explain, explainChange, mapTenant, parsePlan } from 'xmatters-sync'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { jsonText, readJson, writeOut } from '../output.ts'
import { isTenant } from '../recognize.ts'

export const explainCommand: Command = {
  positionals: ['FILE', 'CHANGE-OR-PATH'],
  options: [],
  async run({ positionals: [file = '', what = ''], config, json }) {
    const value = await readJson(file)
    if (isTenant(value)) {
      const { snapshot } = mapTenant(value, (await config()).mapping)
      const answer = explain(snapshot, what)
      writeOut(undefined, json ? jsonText(answer) : answer.message)
      if (answer.value === undefined) return exitCodes.error
    } else {
      const answer = explainChange(parsePlan(value), what)
      writeOut(undefined, json ? jsonText(answer) : answer.text)
    }
    return exitCodes.inSync
  },
}
