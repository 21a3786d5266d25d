import '#renderer/ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { composeApp } from './compose.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(<App parts={composeApp(window)} />)
