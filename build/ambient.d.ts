// What the bundler adds to the language: data files imported as text, and the version taken from package.json.
declare const __APP_VERSION__: string

declare module '*?raw' {
  const text: string
  export default text
}
