import { EditorView } from '@codemirror/view'

const SEVERITIES = { error: 'var(--bad)', warning: 'var(--probe)' } as const

const perSeverity = (rule: (colour: string) => object, prefix: string) =>
  Object.fromEntries(
    Object.entries(SEVERITIES).map(([severity, colour]) => [`${prefix}${severity}`, rule(colour)]),
  )

/** How the editor looks, in the page's own colours, so that every theme is one for it too. */
export const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--panel)' },
  '&.cm-focused': { outline: 'none' },
  // Above the gutters, which an outline would be below.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    zIndex: '300',
    border: '2px solid var(--accent)',
    pointerEvents: 'none',
  },
  code: { font: 'inherit', fontFamily: 'var(--mono)' },
  '.cm-scroller': { font: '12.5px / 21px var(--mono)', overflow: 'auto' },
  '.cm-content': { padding: '8px 0 24px', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 10px 0 8px' },
  '.cm-gutters': {
    backgroundColor: 'var(--panel)',
    color: 'var(--ink-3)',
    border: '0',
    borderRight: '1px solid var(--line)',
  },
  '.cm-lineNumbers .cm-gutterElement': { position: 'relative', minWidth: '36px', padding: '0 6px 0 18px' },
  '.cm-lineNumbers .cm-gutterElement::before': {
    content: '""',
    position: 'absolute',
    left: '5px',
    top: '6px',
    width: '9px',
    height: '9px',
    borderRadius: '50%',
  },
  '.cm-lineNumbers .cm-stop::before': { backgroundColor: 'var(--bad)' },
  '&.cm-with-stops .cm-lineNumbers .cm-gutterElement': { cursor: 'pointer' },
  '&.cm-with-stops .cm-lineNumbers .cm-gutterElement:hover::before': {
    boxShadow: 'inset 0 0 0 1.5px var(--bad)',
  },
  '.cm-activeLine': {
    backgroundColor: 'color-mix(in srgb, var(--accent-soft) 35%, transparent)',
  },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bad-soft)', color: 'var(--bad)' },
  '.cm-searchMatch': { backgroundColor: 'transparent', outline: '1px solid var(--probe)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--statement)' },

  '.cm-lintRange': { paddingBottom: '0' },
  ...perSeverity(
    (colour) => ({
      background: 'none',
      textDecoration: `underline wavy ${colour}`,
      textUnderlineOffset: '3px',
    }),
    '.cm-lintRange-',
  ),
  '.cm-lintRange-active': { backgroundColor: 'var(--bad-soft)' },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--bad)' },
  '.cm-gutter-lint': { width: '14px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 0 0 3px' },
  '.cm-lint-marker': { width: '9px', height: '9px', margin: '6px 0' },
  // A warning is told from an error by its shape too.
  '.cm-lint-marker-error': { content: 'normal', backgroundColor: SEVERITIES.error },
  '.cm-lint-marker-warning': {
    content: 'normal',
    backgroundColor: SEVERITIES.warning,
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
  },
  ...perSeverity((colour) => ({ borderLeft: `4px solid ${colour}`, padding: '4px 8px' }), '.cm-diagnostic-'),
  '.cm-tooltip': {
    maxWidth: 'min(360px, 90vw)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    backgroundColor: 'var(--panel)',
    color: 'var(--ink)',
    font: '12px / 1.45 var(--sans)',
    boxShadow: '0 4px 16px rgb(0 0 0 / 18%)',
  },

  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '6px 30px 6px 10px', font: '12px / 1.6 var(--sans)' },
  '.cm-panel.cm-search label': { fontSize: '12px' },
  '.cm-panel.cm-search [name=close]': { fontSize: '16px', padding: '2px 8px', color: 'var(--ink-2)' },
  '.cm-textfield, .cm-button': {
    border: '1px solid var(--line)',
    borderRadius: '6px',
    background: 'var(--bg)',
    color: 'var(--ink)',
    fontSize: '12px',
    padding: '2px 7px',
  },
  '.cm-textfield:focus-visible, .cm-button:focus-visible, [name=close]:focus-visible': {
    outline: '2px solid var(--accent)',
  },
})
