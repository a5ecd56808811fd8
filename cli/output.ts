import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'

/** Text without characters that steer a terminal. */
function printable(value: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what must not come through
  return value.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD')
}

/** Writes to a file, or to standard output when no file is named. */
export function writeOut(file: string | undefined, content: string): void {
  if (file === undefined || file === '-') process.stdout.write(content.endsWith('\n') ? content : `${content}\n`)
  else if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) replaceFile(file, content)
  else writeFileSync(file, content)
}

/** Throws where the file cannot be written, before anything is read for it. */
export function checkOut(file: string): void {
  if (file === '-') return
  const there = statSync(file, { throwIfNoEntry: false })
  if (there?.isDirectory() === true) throw new Error(`--out ${file} is a folder; name a file in it.`)
  const folder = dirname(file)
  if (there === undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Error(`--out ${file}: there is no folder ${folder}.`)
  try {
    accessSync(there === undefined ? folder : file, constants.W_OK)
  } catch (error) {
    throw new Error(`--out ${file} may not be written.`, { cause: error })
  }
}

/**
 * What was there stays until the new text is whole: a full disk must not cost the last good plan. Where nothing can be put beside it, as in
 * a folder that may not be written or where the file is a mount of its own, it is written in place.
 */
function replaceFile(file: string, content: string): void {
  const path = realpathSync(file)
  const beside = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: statSync(path).mode })
    renameSync(beside, path)
  } catch (error) {
    if (existsSync(beside)) rmSync(beside)
    if (noRoom.has(String((error as NodeJS.ErrnoException).code))) throw error
    writeFileSync(path, content)
  }
}

const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'])

/** Says what is wrong; an address in it, such as a database's in what a driver throws, loses its user, password and query. */
export function writeError(message: string): void {
  const safe = message
    .replaceAll(/([a-z][a-z\d+.-]*:\/\/)[^\s/?#]*@/gi, '$1')
    .replaceAll(/(:\/\/[^\s?"'<>]*)\?[^\s"'<>]*/g, '$1')
  process.stderr.write(`${printable(safe)}\n`)
}

export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Reads a JSON file; `-` is standard input. */
export async function readJson(file: string): Promise<unknown> {
  const content = file === '-' ? await text(process.stdin) : readText(file)
  try {
    return JSON.parse(content)
  } catch {
    throw new Error(`${file === '-' ? 'Standard input' : file} is not JSON.`)
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error(`There is no file ${file}.`, { cause: error })
    throw error
  }
}

/** `total` is `null` as long as nobody knows it. */
export type Progress = (label: string, done: number, total: number | null) => void

/** Progress goes to standard error: on a terminal one line that is drawn over, elsewhere a line for what is done. */
export const showProgress: Progress = (label, done, total) => {
  const text = `${printable(label)}: ${done}${total === null ? '' : ` of ${total}`}`
  if (!process.stderr.isTTY) {
    if (done === total) process.stderr.write(`${text}\n`)
  } else {
    process.stderr.write(`\r\u001B[2K${done === total ? '' : text}`)
  }
}
