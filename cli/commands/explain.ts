import { explain, explainChange, mapTenant, parsePlan } from 'xmatters-sync'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { jsonText, readJson, writeError, writeOut } from '../output.ts'
import { isTenant } from '../recognize.ts'

export const explainCommand: Command = {
  positionals: ['PLAN|TENANT', 'CHANGE|PATH'],
  options: ['json'],
  async run({ positionals: [file = '', what = ''], config, json }) {
    const value = await readJson(file)
    if (isTenant(value)) {
      const { snapshot } = mapTenant(value, (await config()).mapping)
      const answer = explain(snapshot, what)
      writeOut(undefined, json ? jsonText(answer) : answer.message)
      if (answer.value === undefined) {
        writeError('A path leads into the mapped snapshot, such as users[0].email or schedules[group:ID].rotations[0].')
        return exitCodes.error
      }
    } else {
      const answer = explainChange(parsePlan(value), what)
      writeOut(undefined, json ? jsonText(answer) : answer.text)
    }
    return exitCodes.inSync
  },
}
