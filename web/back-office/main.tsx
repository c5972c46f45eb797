import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { Desk } from './desk/Desk.tsx'
import { queries } from './desk/shop.ts'
import { theme } from './desk/theme.ts'
import './styles/back-office.css'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

// Its variables and classes come with the style sheet: the policy lets no script write a style element.
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <Router base="/back-office"><Desk /></Router>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
