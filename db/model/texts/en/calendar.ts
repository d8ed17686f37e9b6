// The calendar of ends (.ics): its name, title and description of each event.
export const calendar = {
  name: 'Accreditation dates',
  noCode: 'no code yet',
  summary: {
    expiry: '{{code}} expires: {{name}}',
    surveillance: '{{code}} surveillance due: {{name}}',
  },
  on: {
    expiry: 'Valid to the end of {{day}}.',
    surveillance: 'Surveillance due: {{day}}.',
  },
  between: {
    expiry: 'The expiry date is incomplete: between {{first}} and {{last}}.',
    surveillance: 'Surveillance due: between {{first}} and {{last}}.',
  },
  holder: 'Accredited body: {{holder}}',
  laboratories: 'Laboratory: {{names}}',
  source: 'From Sổ Công nhận as of {{day}}.',
}
