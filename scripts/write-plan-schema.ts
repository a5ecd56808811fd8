/** Writes the JSON Schema of a plan beside the build, for tools that read plans without this package. Part of `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { planJsonSchema } from './plan-json-schema.ts'

const dist = join(import.meta.dirname, '..', 'dist')
mkdirSync(dist, { recursive: true })
writeFileSync(join(dist, 'plan.schema.json'), `${JSON.stringify(planJsonSchema(), null, 2)}\n`)
