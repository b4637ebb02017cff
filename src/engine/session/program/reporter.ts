import type { Address } from '../../units.ts'
import type { Finding, FindingKind, SourcePlace } from '../findings.ts'
import type { Rows } from './rows.ts'
import type { Statements } from './statements.ts'

/** Something wrong, as whoever saw it tells. */
export interface Report {
  readonly kind: FindingKind
  readonly message: string
  readonly address: Address
  /** What it is about: the same kind about the same thing at the same statement is reported once. */
  readonly key: string
  /** The row at which it began; -1 if there is none. */
  readonly began: number
  /** Where it stands, if not at the statement that runs; and where it began, if that is no row. */
  readonly at?: SourcePlace
  readonly beganAt?: { readonly operation: number; readonly statement: number }
}

/** Where a program is. */
export interface Whereabouts {
  /** The operation that runs. */
  readonly current: number
  /** The statement that runs: an index of the program's lines; -1 before the first. */
  readonly statement: number
}

/** Turns reports into findings, each with its two places, and keeps the same thing from being said twice. */
export class Reporter {
  private readonly said = new Set<string>()

  constructor(
    private readonly where: Whereabouts,
    private readonly rows: Rows,
    private readonly statements: Statements,
    private readonly onFinding: (finding: Finding) => void,
  ) {}

  /** Whether anything has been reported. */
  get hasAny(): boolean {
    return this.said.size > 0
  }

  /** Whether this has not been said of the statement that runs: before a message is made that nobody wants. */
  isNew(kind: FindingKind, key: string): boolean {
    return !this.said.has(`${kind} ${this.where.statement} ${key}`)
  }

  add(report: Report): void {
    const { statement, current } = this.where
    const { kind, message, address, began } = report
    const once = `${kind} ${statement} ${report.key}`
    if (this.said.has(once)) return
    this.said.add(once)
    const place = report.at ?? this.statements.place(statement)
    const beginning = report.beganAt ?? this.beginning(began)
    const beganPlace = beginning === undefined ? undefined : this.statements.place(beginning.statement)
    this.onFinding({
      kind,
      operation: current,
      message,
      address,
      began: beginning?.operation ?? -1,
      ...(place === undefined ? {} : { place: { file: place.file, line: place.line, column: place.column } }),
      ...(beganPlace === undefined ? {} : { beganPlace }),
    })
  }

  private beginning(row: number): { operation: number; statement: number } | undefined {
    if (row < 0) return undefined
    return { operation: this.rows.operation(row), statement: this.rows.line(row) }
  }
}
