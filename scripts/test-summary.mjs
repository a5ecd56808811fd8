// Prints `N passed, N failed` from vitest's JSON result, and fails when a test, vitest itself or the demo did.
import { readFileSync } from 'node:fs'

const [file, testStatus, demoStatus] = process.argv.slice(2)
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'))
const skipped = numPendingTests + numTodoTests
console.log(`demo: ${demoStatus === '0' ? 'ok' : `failed with exit code ${demoStatus}`}`)
console.log(`${numPassedTests} passed, ${numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
if (testStatus !== '0' || demoStatus !== '0' || numFailedTests > 0 || numPassedTests === 0) process.exitCode = 1
