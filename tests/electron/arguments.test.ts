// What a person, a shortcut or a file manager may write on the command line.
import { describe, expect, it } from 'vitest'
import { isRegister, readArguments } from '../../electron/arguments'

const read = (...words: string[]) => readArguments(['/opt/app/so-cong-nhan', ...words], '/home/lan')

describe('the command line', () => {
  it('asks for nothing when it is empty or only talks to Chromium', () => {
    expect(read()).toEqual({})
    expect(read('.', '--no-sandbox', '--lang=en', '--user-data-dir=/tmp/x.scn')).toEqual({})
  })

  it('fixes the day', () => {
    expect(read('--today=2026-11-23')).toEqual({ today: '2026-11-23' })
  })

  it.each(['', '23/11/2026', '2026-02-30', '2026-11', '2026-11-23T00:00'])('refuses %j as a day', (day) => {
    expect(() => read(`--today=${day}`)).toThrow('--today')
  })

  it('opens the file a file manager names, relative to the folder it was started in', () => {
    expect(read('Sổ Quảng Ninh.scn')).toEqual({ open: '/home/lan/Sổ Quảng Ninh.scn' })
    expect(read('--log-level=3', '.', '/media/usb/CŨ.SCN')).toEqual({ open: '/media/usb/CŨ.SCN' })
  })

  it('opens the file that --open names, whatever its ending, before any other', () => {
    expect(read('a.scn', '--open=../b.bak')).toEqual({ open: '/home/b.bak' })
    expect(() => read('--open=')).toThrow('--open')
  })

  it('does not take the program itself or a bare ending for a register', () => {
    expect(readArguments(['/opt/app.scn'], '/')).toEqual({})
    expect(read('.scn', 'notes.txt', 'a.scn.bak')).toEqual({})
    expect(isRegister('C:\\Sổ\\.scn')).toBe(false)
  })
})
