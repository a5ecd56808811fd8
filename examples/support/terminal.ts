import { styleText } from 'node:util'

/** What a person sees: headings, plain lines, and on a terminal one line that is drawn over while something is under way. */
export interface Terminal {
  heading(text: string): void
  line(text?: string): void
  /** Shows where something is. On a terminal the line is drawn again; elsewhere a line is printed for each half. */
  progress(label: string, done: number, total: number | null): void
  /** Ends the live line. */
  settle(): void
}

const hideCursor = '\u001B[?25l'
const showCursor = '\u001B[?25h'
const clearLine = '\r\u001B[2K'

export function createTerminal(out: NodeJS.WriteStream = process.stdout): Terminal {
  const live = out.isTTY
  let drawn = false
  const toldHalves = new Map<string, number>()

  const restore = (): void => {
    if (live) out.write(`${drawn ? clearLine : ''}${showCursor}`)
    drawn = false
  }
  if (live) process.once('exit', restore)

  const settle = (): void => {
    if (drawn) restore()
    toldHalves.clear()
  }

  return {
    heading(text) {
      settle()
      out.write(`\n${styleText('bold', text, { stream: out })}\n`)
    },
    line(text = '') {
      settle()
      out.write(`${text}\n`)
    },
    progress(label, done, total) {
      const counted = total === null ? `${done}` : `${done} of ${total}`
      if (live) {
        out.write(
          `${drawn ? clearLine : hideCursor}  ${label}: ${counted}`.slice(0, (out.columns || 80) + hideCursor.length),
        )
        drawn = true
        return
      }
      const half = total === null || total === 0 ? 0 : Math.floor((done / total) * 2)
      if (half <= (toldHalves.get(label) ?? 0)) return
      toldHalves.set(label, half)
      out.write(`  ${label}: ${counted}\n`)
    },
    settle,
  }
}

/**
 * A signal that Ctrl-C aborts. The first one lets writes in flight end and be journalled; the process then ends by itself, with the
 * exit code that shells expect of an interrupted program. A second one ends it at once.
 */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController()
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(130)
    process.exitCode = 130
    controller.abort(new Error('interrupted'))
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return controller.signal
}
