import { parseAst } from 'vitest/node'

/** One small change to a source text that a test should notice. */
export interface Mutant {
  /** Path from the root of the repository. */
  readonly file: string
  readonly line: number
  /** Offsets into the text. */
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** What was there, cut to a line. */
  readonly original: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

type Change = readonly [start: number, end: number, replacement: string]

const operators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>'],
  '<=': ['<', '>'],
  '>': ['>=', '<'],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '<<': ['>>'],
  '&': ['|'],
  '+=': ['-='],
  '-=': ['+='],
}

/** Methods that are easily taken one for another. */
const methods: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  toUpperCase: 'toLowerCase',
  toLowerCase: 'toUpperCase',
  find: 'findLast',
}

/** All mutants of a TypeScript file: operators, bounds, constants, conditions, calls and results, each broken in turn. */
export function findMutants(file: string, text: string): Mutant[] {
  const mutants: Mutant[] = []
  const add = ([start, end, replacement]: Change): void => {
    const line = text.slice(0, start).split('\n').length
    const original = text.slice(start, end).split('\n', 1)[0] ?? ''
    mutants.push({ file, line, start, end, replacement, original })
  }
  const visit = (node: Node, parent: Node | null): void => {
    if (isType(node)) return
    changesOf(node, parent, text).forEach(add)
    for (const child of isOrder(node) ? [node['test'] as Node] : childrenOf(node)) visit(child, node)
  }
  const program: unknown = parseAst(text, { lang: 'ts' })
  if (isNode(program)) visit(program, null)
  return mutants
}

function changesOf(node: Node, parent: Node | null, text: string): readonly Change[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return operatorChanges(node, text)
    case 'UnaryExpression':
      return node['operator'] === '!' || node['operator'] === '-' ? [[node.start, node.start + 1, ' ']] : []
    case 'UpdateExpression':
      return [[node.start, node.end, text.slice(node.start, node.end).replace(/\+\+|--/, swapStep)]]
    case 'Literal':
      return isFallback(node, parent) ? [] : literalChanges(node)
    case 'IfStatement':
    case 'ConditionalExpression':
      return isNode(node['test']) ? ['true', 'false'].map((value) => replace(node['test'] as Node, value)) : []
    case 'ReturnStatement':
      return resultChanges(node['argument'])
    case 'ArrowFunctionExpression':
      return resultChanges(node['body'])
    case 'ExpressionStatement':
      return isNode(node['expression']) && node['expression'].type === 'CallExpression' ? [replace(node, ';')] : []
    case 'ContinueStatement':
    case 'BreakStatement':
      return parent?.type === 'SwitchCase' ? [] : [replace(node, ';')]
    case 'MemberExpression':
      return methodChanges(node, parent)
    default:
      return []
  }
}

function operatorChanges(node: Node, text: string): readonly Change[] {
  const { operator, left, right } = node
  if (typeof operator !== 'string' || !isNode(left) || !isNode(right)) return []
  const at = text.indexOf(operator, left.end)
  return (operators[operator] ?? []).map((other): Change => [at, at + operator.length, other])
}

/** Nothing in place of a result; in place of null it would hardly be a change. */
function resultChanges(result: unknown): readonly Change[] {
  if (!isNode(result) || result.type === 'BlockStatement') return []
  if (result['raw'] === 'null' || result['name'] === 'undefined') return []
  return [replace(result, 'undefined')]
}

function literalChanges(node: Node): readonly Change[] {
  const { value } = node
  if (typeof value === 'boolean') return [replace(node, String(!value))]
  return typeof value === 'number' ? [replace(node, String(value + 1))] : []
}

/** The right side of `list[index] ?? 0` is there for the compiler alone. */
function isFallback(node: Node, parent: Node | null): boolean {
  return parent?.type === 'LogicalExpression' && parent['operator'] === '??' && parent['right'] === node
}

/** `a < b ? -1 : …`, of whose answers the sign alone counts. */
function isOrder({ type, test, consequent }: Node): boolean {
  if (type !== 'ConditionalExpression' || !isNode(test) || !isNode(consequent)) return false
  return test['operator'] === '<' && consequent.type === 'UnaryExpression' && consequent['operator'] === '-'
}

function methodChanges(node: Node, parent: Node | null): readonly Change[] {
  const { property } = node
  if (!isNode(property) || typeof property['name'] !== 'string' || parent?.['callee'] !== node) return []
  const other = methods[property['name']]
  return other === undefined ? [] : [replace(property, other)]
}

function replace(node: Node, replacement: string): Change {
  return [node.start, node.end, replacement]
}

function swapStep(step: string): string {
  return step === '++' ? '--' : '++'
}

/** Types vanish before anything runs; imports and exports of others hold nothing to break. */
function isType({ type }: Node): boolean {
  if (/^TS(?:As|Satisfies|NonNull)Expression$/.test(type)) return false
  return type.startsWith('TS') || type === 'ImportDeclaration' || type === 'ExportAllDeclaration'
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
