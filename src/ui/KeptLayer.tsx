import { showDialog } from '../state/index.ts'
import { useLab, useLabState } from './context.ts'
import { later } from './parts/later.tsx'

const KeptDialog = later(
  () => import('./kept/KeptDialog.tsx'),
  (part) => part.KeptDialog,
)

/** The person's own scenarios, over the page. They are fetched when they are looked at first. */
export function KeptLayer() {
  const lab = useLab()
  const open = useLabState(({ dialog }) => dialog?.kind === 'kept')
  const close = () => {
    if (lab.store.getState().dialog?.kind === 'kept') showDialog(lab, null)
  }
  return open && <KeptDialog onClose={close} />
}
