import { lazy, Suspense } from 'react'
import { showDialog } from '../state/index.ts'
import { useLab, useLabState } from './context.ts'

const HelpDialog = lazy(() =>
  import('./help/HelpDialog.tsx').then(({ HelpDialog: view }) => ({ default: view })),
)

/** The help, over the page. It is fetched when it is opened first. */
export function HelpLayer() {
  const lab = useLab()
  const open = useLabState(({ dialog }) => dialog?.kind === 'help')
  const close = () => {
    // What the help has opened in its own place stays.
    if (lab.store.getState().dialog?.kind === 'help') showDialog(lab, null)
  }
  return <Suspense fallback={null}>{open && <HelpDialog onClose={close} />}</Suspense>
}
