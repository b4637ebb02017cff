import {
  choose,
  choosePointed,
  goToLesson,
  inspectListed,
  inspectNeighbour,
  type Lab,
  pause,
  pointAt,
  redo,
  runTo,
  setPresenting,
  showDialog,
  showGallery,
  showHand,
  showWholeHeap,
  skipQuestion,
  startEditingProgram,
  step,
  stepOperation,
  toBreakpoint,
  toEnd,
  toggleAnswer,
  toggleBreakpointHere,
  toggleComparing,
  togglePin,
  togglePlay,
  togglePlayBack,
  togglePredicting,
  togglePresenting,
  togglePresentSource,
  toParting,
  toPin,
  toStart,
  undo,
  walk,
  zoom,
} from '../state/index.ts'

/** A key with what it does. The page acts on it and the dialog of keys shows it. */
export interface Binding {
  /** `KeyboardEvent.key`, with `Shift+` before it where that matters. */
  readonly keys: readonly string[]
  readonly shown: readonly string[]
  readonly does: string
  /** `key`: the one of `keys` that was pressed. */
  readonly run: (lab: Lab, key: string) => void
  /** Whether it means something only while a C program is open. */
  readonly program?: true
  /** Whether it means something only while the page is shown to an audience. */
  readonly audience?: true
  /** Whether it means something only while a question is open, or has been answered; there it goes before all others. */
  readonly question?: 'open' | 'told'
}

function stepping(run: (lab: Lab) => void): (lab: Lab) => void {
  return (lab) => {
    pause(lab)
    run(lab)
  }
}

/** Statement by statement, as in debuggers: a letter, or the key that they use; with Shift, backwards. */
const PROGRAM_BINDINGS: readonly Binding[] = [
  program(['n', 'F10'], ['n', 'F10'], 'to the next statement, over calls', (lab) => walk(lab, 'over', false)),
  program(['s', 'F11'], ['s', 'F11'], 'to the next statement, into calls', (lab) => walk(lab, 'into', false)),
  program(['o', 'Shift+F11'], ['o', '⇧ F11'], 'out of the function', (lab) => walk(lab, 'out', false)),
  program(['m'], ['m'], 'to the next call of malloc, free or the kernel', (lab) => walk(lab, 'call', false)),
  program(['N', 'Shift+F10'], ['⇧ n', '⇧ F10'], 'a statement back, over calls', (lab) =>
    walk(lab, 'over', true),
  ),
  program(['S'], ['⇧ s'], 'a statement back, into calls', (lab) => walk(lab, 'into', true)),
  program(['O'], ['⇧ o'], 'back to where the function was called', (lab) => walk(lab, 'out', true)),
  program(['M'], ['⇧ m'], 'to the call before', (lab) => walk(lab, 'call', true)),
  program(['c', 'F8'], ['c', 'F8'], 'to the next breakpoint, or the end', (lab) => toBreakpoint(lab, false)),
  program(['C', 'Shift+F8'], ['⇧ c', '⇧ F8'], 'to the breakpoint before, or the start', (lab) =>
    toBreakpoint(lab, true),
  ),
  program(
    ['b', 'F9'],
    ['b', 'F9'],
    'set or clear a breakpoint on this line; in the editor, F9',
    toggleBreakpointHere,
  ),
  program(['e'], ['e'], 'edit the program', (lab) => {
    // The editor stands on the usual page.
    setPresenting(lab, false)
    startEditingProgram(lab)
  }),
]

function program(
  keys: readonly string[],
  shown: readonly string[],
  does: string,
  run: (lab: Lab) => unknown,
): Binding {
  return { keys, shown, does, run: (lab) => void run(lab), program: true }
}

/** What keys mean to a question before an operation. */
const QUESTION_BINDINGS: readonly Binding[] = [
  {
    keys: ['ArrowRight', 'ArrowDown'],
    shown: ['→', '↓'],
    does: 'to the next answer',
    run: (lab) => pointAt(lab, 1),
    question: 'open',
  },
  {
    keys: ['ArrowLeft', 'ArrowUp'],
    shown: ['←', '↑'],
    does: 'to the answer before',
    run: (lab) => pointAt(lab, -1),
    question: 'open',
  },
  { keys: ['Enter'], shown: ['↵'], does: 'give this answer', run: choosePointed, question: 'open' },
  {
    keys: ['1', '2', '3', '4'],
    shown: ['1', '…', '4'],
    does: 'give the answer of that number',
    run: (lab, key) => choose(lab, Number(key) - 1),
    question: 'open',
  },
  {
    keys: ['s', 'Escape'],
    shown: ['s', 'Esc'],
    does: 'show the answer; it does not count',
    run: skipQuestion,
    question: 'open',
  },
  {
    keys: ['Enter'],
    shown: ['↵', '→'],
    does: 'behind the answer: into the operation',
    run: (lab) => void step(lab, 1),
    question: 'told',
  },
]

/** All keys of the page. A presenter's clicker sends PageUp and PageDown. */
export const BINDINGS: readonly Binding[] = [
  ...QUESTION_BINDINGS,
  {
    keys: ['ArrowRight', 'PageDown'],
    shown: ['→', 'Page Down'],
    does: 'one step on',
    run: stepping((lab) => step(lab, 1)),
  },
  {
    keys: ['ArrowLeft', 'PageUp'],
    shown: ['←', 'Page Up'],
    does: 'one step back',
    run: stepping((lab) => step(lab, -1)),
  },
  {
    keys: ['Shift+ArrowRight'],
    shown: ['⇧ →'],
    does: 'to the end of this operation, then of the next',
    run: stepping((lab) => stepOperation(lab, 1)),
  },
  {
    keys: ['Shift+ArrowLeft'],
    shown: ['⇧ ←'],
    does: 'to the end of the operation before',
    run: stepping((lab) => stepOperation(lab, -1)),
  },
  { keys: ['Home'], shown: ['Home'], does: 'to the start', run: stepping(toStart) },
  { keys: ['End'], shown: ['End'], does: 'to the last moment that has been run', run: stepping(toEnd) },
  { keys: [' '], shown: ['space'], does: 'play or pause', run: togglePlay },
  { keys: ['Shift+ '], shown: ['⇧ space'], does: 'play backwards, or pause', run: togglePlayBack },
  {
    keys: [']'],
    shown: [']'],
    does: 'to the next finding',
    run: (lab) => void runTo(lab, { kind: 'finding' }, false),
  },
  {
    keys: ['['],
    shown: ['['],
    does: 'to the finding before',
    run: (lab) => void runTo(lab, { kind: 'finding' }, true),
  },
  {
    keys: ['+', '='],
    shown: ['+'],
    does: 'closer on the map, or in the space to scale',
    run: (lab) => zoom(lab, 1),
  },
  { keys: ['-'], shown: ['−'], does: 'farther from it', run: (lab) => zoom(lab, -1) },
  { keys: ['0'], shown: ['0'], does: 'all of it: the whole heap, the whole space', run: showWholeHeap },
  {
    keys: ['j', 'k'],
    shown: ['j', 'k'],
    does: 'inspect the chunk behind this one, or in front of it',
    run: (lab, key) => void inspectNeighbour(lab, key === 'j' ? 1 : -1),
  },
  {
    keys: ['J', 'K'],
    shown: ['⇧ j', '⇧ k'],
    does: 'inspect the next entry of its free list, or the one before',
    run: (lab, key) => void inspectListed(lab, key === 'J' ? 1 : -1),
  },
  {
    keys: ['v'],
    shown: ['v'],
    does: 'compare with other allocators, or leave that',
    run: toggleComparing,
  },
  { keys: ['V'], shown: ['⇧ v'], does: 'to where those compared part company', run: toParting },
  { keys: ['q'], shown: ['q'], does: 'ask before operations, or not any more', run: togglePredicting },
  {
    keys: ['x'],
    shown: ['x'],
    does: 'pin this moment, to see what changes; or take the pin off',
    run: togglePin,
  },
  { keys: ['X'], shown: ['⇧ x'], does: 'to the pinned moment', run: toPin },
  { keys: ['g'], shown: ['g'], does: 'show all lessons', run: showGallery },
  {
    keys: ['y'],
    shown: ['y'],
    does: 'your own scenarios, all that are kept',
    run: (lab) => showDialog(lab, { kind: 'kept' }),
  },
  { keys: ['.'], shown: ['.'], does: 'to the next lesson', run: (lab) => void goToLesson(lab, 1) },
  { keys: [','], shown: [','], does: 'to the lesson before', run: (lab) => void goToLesson(lab, -1) },
  { keys: ['a'], shown: ['a'], does: 'show or hide the answer of the lesson', run: toggleAnswer },
  { keys: ['p'], shown: ['p'], does: 'show it to an audience, or as usual again', run: togglePresenting },
  {
    keys: ['l'],
    shown: ['l'],
    does: 'for an audience: show or hide the lines',
    run: togglePresentSource,
    audience: true,
  },
  {
    keys: ['h'],
    shown: ['h'],
    does: 'help: allocators, options, words',
    run: (lab) => showDialog(lab, { kind: 'help' }),
  },
  { keys: ['w'], shown: ['w'], does: 'play by hand: malloc, free, write', run: showHand },
  {
    keys: ['Ctrl+z'],
    shown: ['Ctrl z'],
    does: 'take the last change of the text back',
    run: (lab) => void undo(lab),
  },
  {
    keys: ['Ctrl+Shift+z', 'Ctrl+y'],
    shown: ['Ctrl ⇧ z'],
    does: 'make the change again',
    run: (lab) => void redo(lab),
  },
  { keys: ['?'], shown: ['?'], does: 'show these keys', run: (lab) => showDialog(lab, { kind: 'keys' }) },
  ...PROGRAM_BINDINGS,
]

/** The keys that move through the run and about the map: all that mean something in a frame without panels. */
const IN_FRAMES: ReadonlySet<string> = new Set(
  'ArrowRight ArrowLeft Shift+ArrowRight Shift+ArrowLeft PageDown PageUp Home End [ ] + = - 0 n s o m N S O M c C'
    .split(' ')
    .concat(' ', 'Shift+ ', 'F10', 'F11', 'F8', 'Shift+F10', 'Shift+F11', 'Shift+F8'),
)

/**
 * Without meaning before an audience: `.` and `b` are what clickers send to darken the screen, and breakpoints are not
 * shown there.
 */
const NOT_BEFORE_AUDIENCES: ReadonlySet<string> = new Set(['.', 'b', 'F9'])

/** Where a key is pressed. */
export interface Surroundings {
  /** Whether a C program is open. */
  readonly program: boolean
  /** Whether the page stands in a frame. */
  readonly embedded: boolean
  /** Whether the page is shown to an audience. */
  readonly presenting: boolean
  /** Whether a question before an operation is open, or has just been answered; null or absent for neither. */
  readonly question?: 'open' | 'told' | null
}

/** A key as bindings name it. A letter with Ctrl (on a Mac, Command) is small; Shift is said where it makes no other letter. */
function keyName({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): string {
  if (ctrlKey || metaKey) return `Ctrl+${shiftKey ? 'Shift+' : ''}${key.toLowerCase()}`
  return shiftKey && /^(Arrow|F\d| $)/.test(key) ? `Shift+${key}` : key
}

/** What a key press means to the page; undefined for nothing. */
export function bindingFor(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { program, embedded, presenting, question = null }: Surroundings,
): Binding | undefined {
  if (event.altKey) return undefined
  const key = keyName(event)
  if (embedded && question === null && !IN_FRAMES.has(key)) return undefined
  if (presenting && NOT_BEFORE_AUDIENCES.has(key)) return undefined
  return BINDINGS.find(
    (binding) =>
      binding.keys.includes(key) &&
      (program || !binding.program) &&
      (presenting || !binding.audience) &&
      (binding.question === undefined || binding.question === question),
  )
}

/** Whether a key belongs to the element that has the focus: it is typed into, or opens a list. */
export function keepsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog') !== null) return true
  if (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
    return true
  // Space and Enter press the button that has the focus.
  return (key === ' ' || key === 'Enter') && target.matches('button, summary, input')
}
