// pdf.js asks for these when it is loaded; reading a document without drawing it uses none of them.
const screen = globalThis as Record<string, unknown>
screen['DOMMatrix'] ??= class {}
screen['Path2D'] ??= class {}
screen['ImageData'] ??= class {}
