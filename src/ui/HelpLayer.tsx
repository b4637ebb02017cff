import { showDialog } from '../state/index.ts'
import { useLab, useLabState } from './context.ts'
import { later } from './parts/later.tsx'

const HelpDialog = later(
  () => import('./help/HelpDialog.tsx'),
  (part) => part.HelpDialog,
)

/** The help, over the page. It is fetched when it is opened first. */
export function HelpLayer() {
  const lab = useLab()
  const open = useLabState(({ dialog }) => dialog?.kind === 'help')
  const close = () => {
    // What the help has opened in its own place stays.
    if (lab.store.getState().dialog?.kind === 'help') showDialog(lab, null)
  }
  return open && <HelpDialog onClose={close} />
}
