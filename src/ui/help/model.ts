import { CATALOG, type OptionSpec } from '../../engine/allocators/catalog.ts'
import { FINDING_NAMES, type FindingKind } from '../../engine/session/findings.ts'
import { PROGRAM_SETTINGS, SETTINGS } from '../../state/index.ts'
import { count } from '../format.ts'
import { ALLOCATOR_HELP } from './allocators.ts'
import { FINDING_HELP } from './finding-words.ts'
import { OPTION_LESSONS } from './option-lessons.ts'
import { WORDS } from './words.ts'

/** Something the help explains. */
export interface Entry {
  readonly id: string
  readonly title: string
  /** Other words that lead here when they are searched for. */
  readonly also: readonly string[]
  /** The sentence that says it in short; empty if there is none. */
  readonly lead: string
  readonly text: string
  /** Id of a lesson that shows it. */
  readonly lesson: string | undefined
}

/** Entries under a heading. */
export interface Group {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** The three parts of the help. */
export type HelpPart = 'allocators' | 'options' | 'words'

/** Everything the help explains, by part. */
export const HELP: Readonly<Record<HelpPart, readonly Group[]>> = {
  allocators: allocatorGroups(),
  options: optionGroups(),
  words: wordGroups(),
}

/** The groups with only those entries in which every word of `search` stands; groups without any are left out. */
export function found(groups: readonly Group[], search: string): readonly Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter((entry) => {
        const text = [entry.title, ...entry.also, entry.lead, entry.text].join(' ').toLowerCase()
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
}

/** How many entries there are in groups. */
export function entryCount(groups: readonly Group[]): number {
  return groups.reduce((sum, { entries }) => sum + entries.length, 0)
}

/** The catalog by family: the one with many names, and the others. */
function allocatorGroups(): Group[] {
  const entries = CATALOG.map(({ id, factory, name, summary }) => ({
    factory,
    entry: {
      id: `allocator.${id}`,
      title: name,
      also: [id],
      lead: summary,
      text: ALLOCATOR_HELP[id]?.text ?? '',
      lesson: ALLOCATOR_HELP[id]?.lesson,
    },
  }))
  const of = (isFamily: boolean) =>
    entries.filter(({ factory }) => familySize(factory) > 1 === isFamily).map(({ entry }) => entry)
  return [
    { title: 'One family, many policies', entries: of(true) },
    { title: 'Other designs', entries: of(false) },
  ]
}

function familySize(factory: string): number {
  return CATALOG.filter((spec) => spec.factory === factory).length
}

/** The options of each family once, then what is set for the process and for C programs. */
function optionGroups(): Group[] {
  const factories = [...new Set(CATALOG.map(({ factory }) => factory))]
  const families = factories.map((factory) => {
    const specs = CATALOG.filter((spec) => spec.factory === factory)
    const names = specs.length > 1 ? `${specs[0]!.name} to ${specs.at(-1)!.name}` : specs[0]!.name
    return { title: names, entries: specs[0]!.options.map((option) => optionEntry(option, `${factory}.`)) }
  })
  return [
    ...families.filter(({ entries }) => entries.length > 0),
    { title: 'Process, whatever the allocator', entries: SETTINGS.map((option) => optionEntry(option, '')) },
    { title: 'C programs', entries: PROGRAM_SETTINGS.map((option) => optionEntry(option, '')) },
  ]
}

function optionEntry(option: OptionSpec, prefix: string): Entry {
  return {
    id: `option.${prefix}${option.key}`,
    title: option.label,
    also: [option.key, ...(option.type === 'choice' ? option.values : [])],
    lead: option.help,
    text: choicesOf(option),
    lesson: OPTION_LESSONS[`${prefix}${option.key}`],
  }
}

/** What an option can be, and what it is if nobody chooses. */
function choicesOf(option: OptionSpec): string {
  switch (option.type) {
    case 'choice':
      return option.values.length > 8
        ? `${option.values[0]} to ${option.values.at(-1)}; usually ${option.default}.`
        : `${option.values.join(', ')}; usually ${option.default}.`
    case 'flag':
      return `Usually ${option.default ? 'on' : 'off'}.`
    case 'number': {
      const { min, max, zeroMeans } = option
      const unit = option.unit === 'bytes' ? ' bytes' : ''
      const zero = zeroMeans === undefined ? '' : `; 0: ${zeroMeans}`
      return `${count(min)} to ${count(max)}${unit}${zero}; usually ${count(option.default)}.`
    }
  }
}

function wordGroups(): Group[] {
  const words = WORDS.map(
    ({ word, also = [], means, lesson }): Entry => ({
      id: `word.${word}`,
      title: word,
      also,
      lead: '',
      text: means,
      lesson,
    }),
  )
  const kinds = Object.keys(FINDING_NAMES) as FindingKind[]
  const wrong = kinds.map(
    (kind): Entry => ({
      id: `finding.${kind}`,
      title: FINDING_NAMES[kind],
      also: [kind],
      lead: '',
      text: FINDING_HELP[kind].means,
      lesson: FINDING_HELP[kind].lesson,
    }),
  )
  return [
    { title: 'Words', entries: words.sort((a, b) => a.title.localeCompare(b.title, 'en')) },
    { title: 'What can go wrong', entries: wrong },
  ]
}
