import { thousands } from '../../engine/format.ts'
import { FINDING_NAMES, type Finding } from '../../engine/session/index.ts'
import type { Diagnostic } from '../../engine/workload/index.ts'
import { optionsText, type Result } from '../result.ts'
import { table } from './table.ts'

/** Findings and warnings that a report shows one by one. */
const SHOWN = 10

/** A run as a report for people. */
export function* report(result: Result): Iterable<string> {
  const { scenario, allocator, info } = result
  const options = optionsText(scenario.allocator.options)
  yield `${scenario.title} with ${allocator.id}${options === '' ? '' : ` ${options}`}\n\n`
  yield* table(figures(result), ['left', 'right', 'left'])
  if (info.ending !== null)
    yield `\nThe process ended in operation ${thousands(info.ending.operation + 1)}: ${info.ending.message}\n`
  yield* list('findings', info.findings.map(findingLine), info.findingCount)
  yield* list('warnings', info.warnings.map(diagnosticLine), info.warningCount)
}

function figures({ info, worstFragmentation }: Result): string[][] {
  const { summary } = info
  const all = info.done === info.total ? '' : `of ${thousands(info.total)}`
  return [
    ['operations', thousands(summary.operations), all],
    ['utilization', ratio(summary.utilization), 'peak requested / peak heap'],
    ['peak requested', thousands(summary.peakLive), 'bytes'],
    ['peak heap', thousands(summary.peakHeap), 'bytes'],
    ['final heap', thousands(summary.finalHeap), 'bytes'],
    ['external fragmentation', ratio(summary.externalFragmentation), 'at the end'],
    ['', ratio(worstFragmentation), 'at worst'],
    ['internal fragmentation', ratio(summary.internalFragmentation), 'at the end'],
    ['probes', thousands(summary.probes), 'chunks looked at'],
    ['system calls', thousands(summary.syscalls), ''],
    ['failed requests', thousands(summary.failed), ''],
    ['findings', thousands(info.findingCount), ''],
    ['warnings', thousands(info.warningCount), ''],
  ]
}

/** A share of 1 as graders print it, 0.9918. */
export function ratio(value: number): string {
  return value.toFixed(4)
}

function* list(title: string, lines: readonly string[], count: number): Iterable<string> {
  if (count === 0) return
  yield `\n${title}:\n`
  for (const line of lines.slice(0, SHOWN)) yield `  ${line}\n`
  if (count > SHOWN) yield `  and ${thousands(count - SHOWN)} more\n`
}

function findingLine({ kind, operation, message }: Finding): string {
  const where = kind === 'leak' ? 'at the end' : `operation ${thousands(operation + 1)}`
  return `${where}: ${FINDING_NAMES[kind]}. ${message}`
}

function diagnosticLine({ line, column, message }: Diagnostic): string {
  return `line ${thousands(line)}, column ${thousands(column)}: ${message}`
}

/** A run as data; the keys are stable. */
export function resultJson({ scenario, info, worstFragmentation }: Result): object {
  const { summary, ending, findings, findingCount, warnings, warningCount, error } = info
  return {
    title: scenario.title,
    allocator: scenario.allocator,
    process: scenario.process,
    run: scenario.run,
    total: info.total,
    ...summary,
    worstExternalFragmentation: worstFragmentation,
    ending,
    findingCount,
    findings,
    warningCount,
    warnings,
    error,
  }
}

/** Data as text, for `--json`. */
export function json(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`
}
