import type { Command } from '../command.ts'
import { applyCommand } from './apply.ts'
import { doctorCommand } from './doctor.ts'
import { explainCommand } from './explain.ts'
import { exportCommand } from './export.ts'
import { planCommand, statusCommand } from './plan.ts'
import { reportCommand } from './report.ts'
import { verifyCommand } from './verify.ts'

export const commands: ReadonlyMap<string, Command> = new Map([
  ['doctor', doctorCommand],
  ['export', exportCommand],
  ['plan', planCommand],
  ['apply', applyCommand],
  ['status', statusCommand],
  ['verify', verifyCommand],
  ['explain', explainCommand],
  ['report', reportCommand],
])
