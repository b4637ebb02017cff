/** An option of the program: its short and long name, what its value is called (none for a switch), its help as lines. */
export interface OptionForm {
  readonly short: string
  readonly long: string
  readonly value?: string
  readonly help: readonly string[]
}

/** The options in the order of the help text. */
export const OPTIONS = [
  { short: '-h', long: '--help', help: ['show this help message and exit'] },
  { short: '-s', long: '--seed', value: 'SEED', help: ['the random seed'] },
  { short: '-S', long: '--size', value: 'HEAPSIZE', help: ['size of the heap'] },
  { short: '-b', long: '--baseAddr', value: 'BASEADDR', help: ['base address of heap'] },
  { short: '-H', long: '--headerSize', value: 'HEADERSIZE', help: ['size of the header'] },
  {
    short: '-a',
    long: '--alignment',
    value: 'ALIGNMENT',
    help: ['align allocated units to size; -1->no align'],
  },
  { short: '-p', long: '--policy', value: 'POLICY', help: ['list search (BEST, WORST, FIRST)'] },
  {
    short: '-l',
    long: '--listOrder',
    value: 'ORDER',
    help: ['list order (ADDRSORT, SIZESORT+, SIZESORT-, INSERT-', 'FRONT, INSERT-BACK)'],
  },
  { short: '-C', long: '--coalesce', help: ['coalesce the free list?'] },
  { short: '-n', long: '--numOps', value: 'OPSNUM', help: ['number of random ops to generate'] },
  { short: '-r', long: '--range', value: 'OPSRANGE', help: ['max alloc size'] },
  { short: '-P', long: '--percentAlloc', value: 'OPSPALLOC', help: ['percent of ops that are allocs'] },
  {
    short: '-A',
    long: '--allocList',
    value: 'OPSLIST',
    help: ['instead of random, list of ops (+10,-0,etc)'],
  },
  { short: '-c', long: '--compute', help: ['compute answers for me'] },
] as const satisfies readonly OptionForm[]

export type LongName = (typeof OPTIONS)[number]['long']

const USAGE = 'Usage: malloc.py [options]\n'
const HELP_COLUMN = 24

/** The text behind -h, as Python's optparse lays it out on 80 columns. */
export function helpText(): string {
  return `${USAGE}\nOptions:\n${OPTIONS.map(optionHelp).join('')}`
}

/** What optparse prints on standard error before it gives up. */
export function errorText(message: string): string {
  return `${USAGE}\nmalloc.py: error: ${message}\n`
}

function optionHelp(option: OptionForm): string {
  const names =
    option.value === undefined
      ? `  ${option.short}, ${option.long}`
      : `  ${option.short} ${option.value}, ${option.long}=${option.value}`
  const indent = ' '.repeat(HELP_COLUMN)
  const [first, ...rest] = option.help
  const fits = names.length <= HELP_COLUMN - 2
  const head = fits ? names.padEnd(HELP_COLUMN) + first : `${names}\n${indent}${first}`
  return `${[head, ...rest.map((line) => indent + line)].join('\n')}\n`
}
