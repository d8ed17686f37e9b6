// The list form going out and in: column headings, the words in its cells, and why a row or a file cannot be imported yet.
export const exchange = {
  sheet: 'List',
  reason: 'Imported from the file {{file}}',
  pasted: 'Table pasted from the clipboard',
  rejects: { row: 'Row', reason: 'Why it was not imported' },
  columns: {
    index: 'No.',
    nameVi: 'Laboratory',
    nameEn: 'English name',
    owner: 'Owner',
    sector: 'Sector',
    area: 'Area',
    address: 'Address',
    phone: 'Phone',
    email: 'Email',
    website: 'Website',
    schemes: 'Scheme',
    codes: 'Code',
    standards: 'Standard',
    fields: 'Field',
    status: 'Status',
    expiry: 'Valid until',
    daysLeft: 'Days left',
    flags: 'To check',
    note: 'Note',
    id: 'Record id',
    decisionNumber: 'Decision number',
    effective: 'Effective date',
    signed: 'Signed on',
    issuer: 'Issued by',
    act: 'Kind of decision',
    matrix: 'Material or product',
    test: 'Test',
    quantity: 'Measurand',
    technique: 'Technique',
    range: 'Range',
    cmc: 'Capability (CMC)',
    method: 'Method',
    decisionExpiry: 'Expiry date',
  },
  sectors: {
    st_public: 'Public S&T organisation',
    st_private: 'Non-public S&T organisation',
    health: 'Health',
    agriculture: 'Agriculture',
    customs: 'Customs',
    construction: 'Construction',
    environment: 'Environment',
    enterprise: 'Enterprise',
    other: 'Other',
  },
  flags: {
    edition_withdrawn: 'edition no longer recognised',
    surveillance_overdue: 'surveillance overdue',
    scheme_issuer_disagree: 'code and accreditation body disagree',
    claimed_only: 'only claimed, no decision yet',
    unverified: 'not verified',
    not_checked_lately: 'not checked for over 12 months',
    date_imprecise: 'date incomplete',
    start_unknown: 'start not known',
    code_missing: 'code missing',
    code_shared: 'code shared',
    edition_missing: 'edition missing',
    signatories_missing: 'list of approved signatories missing',
  },
  rules: {
    required: 'This row has no laboratory name. Fill it in, or delete the row if it is a total.',
    bad_id: '“{{typed}}” is no record id. Leave it blank, or write “new” for a new laboratory.',
    in_trash: 'This laboratory is in the trash. Restore it before importing.',
    name_of_other:
      'The record id belongs to one laboratory and the name “{{name}}” to another. The columns may have been sorted apart; check the file.',
    ambiguous_name:
      '{{count}} laboratories have this name. Give the record id, the code or the owner to tell which one is meant.',
    maybe_same:
      'The register has a similar laboratory: “{{name}}”. If it is the same, write the very same name or its record id; if not, write “new” in the Record id column.',
    like_row:
      'The name is like “{{name}}” in row {{row}}. If it is one laboratory, write the very same name; if there are two, write “new” in the Record id column.',
    code_known:
      'This code belongs to the laboratory “{{name}}”. If that is meant, give its record id; if another laboratory shares the code, write “new” in the Record id column.',
    id_needed: 'This row has no record id, and rows are matched by record id. Fill it in, or match in another way.',
    code_needed: 'This row has no code, and rows are matched by code. Fill it in, or match in another way.',
    ambiguous_code: '{{count}} laboratories have this code. Match by code and place, or give the record id.',
    code_elsewhere:
      'This code belongs to “{{name}}” at another place. If it is that one, give its record id; if it is a new one, write “new” in the record id column.',
    several_labs: 'The name cell holds {{count}} laboratories. Split it into one row each.',
    duplicate_row: 'This row is about the same laboratory as row {{row}} and adds no other code. Join the two rows.',
    differs_from_row:
      'This cell differs from row {{row}} about the same laboratory. Write the same in both, or leave it blank.',
    row_needs_code:
      'Row {{row}} about the same laboratory names no code. Where a laboratory has several rows, each needs its code.',
    row_failed: 'Row {{row}} about the same laboratory cannot be imported. Correct that row first.',
    cell_is_date: 'The spreadsheet took this cell for the date {{typed}}. Format the cell as text and type it again.',
    cell_error: 'This cell shows the error {{typed}}. Correct the formula or type the value.',
    email_hidden: '“{{typed}}” is an address hidden by a web page. Write the real address or leave it blank.',
    phone_lost_zero:
      'The number {{typed}} has probably lost its leading 0. If so, format the cell as text and write {{suggestion}}.',
    too_long: 'This cell is longer than {{max}} characters. Shorten it.',
    not_readable: '“{{typed}}” cannot be read. Check this cell.',
    unknown_sector: 'There is no sector “{{typed}}”. Use the words of an exported list.',
    unknown_scheme: 'There is no scheme “{{typed}}”. Write one of these: {{choices}}.',
    bad_dates: 'The expiry comes before the effective date. Check both dates.',
    ambiguous_owner: '{{count}} organisations have this name. Choose the owner on the laboratory’s page.',
    maybe_same_owner:
      'There is a similar organisation: “{{name}}”. If it is the same, write the very same name; if not, add the new organisation to the register first.',
    sector_needs_owner:
      'The sector is that of the owner, and this laboratory has none. Fill in the owner or leave this cell blank.',
    sector_disagrees:
      'In the register “{{owner}}” belongs to another sector. Write the sector of this organisation or leave it blank.',
    contradicts_row: 'Row {{row}} gives another sector for the same owner. Write the same in both.',
    several_sites: 'The laboratory has several sites ({{count}}). Change the address on the laboratory’s page.',
    shared_accreditation:
      'This accreditation covers {{labs}} laboratories. Change it on the laboratory’s page, where one sees which others change with it.',
    codes_dropped:
      'This cell lacks a code that the laboratory has. An import takes no accreditation away; write all codes or leave it blank.',
    scheme_set:
      'The schemes do not fit the laboratory’s accreditations. Write the scheme of every code, or leave it blank.',
    several_accreditations:
      'The laboratory has several accreditations, and this cell could mean any. Change it on the laboratory’s page.',
    decision_one_code: 'A row with a decision names one code only. Put each code in a row of its own.',
    decision_new_only:
      'The register has no such decision for this accreditation. Add it on the laboratory’s page; an import adds decisions only with a new accreditation.',
    changed_since:
      'This value was changed in the register after you first looked at the file; it is now “{{now}}”. Take what the file says, or leave this row out.',
    paper_differs:
      'In the register this decision says “{{now}}”. Make the cell agree, leave the row out, or change the decision on the page of the laboratory.',
    lab_unknown: 'The register has no laboratory “{{typed}}”. Import laboratories first, or give its record id.',
    code_missing: 'This row has no code, so it is not known which accreditation it is about. Fill in the code.',
    code_unknown:
      'The register has no accreditation with the code “{{typed}}”. Import accreditations first, or check the code.',
    code_of_other:
      'In the register the code “{{typed}}” belongs to another laboratory or owner. Check code, laboratory and owner.',
    ambiguous_accreditation:
      'There are {{count}} accreditations with the code “{{typed}}”. Add a column with the laboratory or the owner.',
    one_code: 'A row has one code only. Split it into one row for each code.',
    one_field: 'There is no field “{{typed}}”, or the cell names several. Write exactly one field or leave it blank.',
    repeats_row: 'This row repeats row {{row}}. Delete one of them.',
    number_needed: 'This row has no decision number. Fill it in.',
    number_blank:
      'The number before the slash is blank. Fill it in, or add the decision on the page of the laboratory.',
    unknown_act:
      '“{{typed}}” is not understood. Write one of: grant, renewal, recognition, extension, reduction, suspension, resumption, withdrawal; changes of name or place are entered on the page of the laboratory.',
    no_decision_yet: 'This accreditation has no decision that an annex could belong to. Import decisions first.',
    decision_unknown: 'This accreditation has no decision “{{typed}}”. Import decisions first, or check the number.',
    which_annex:
      'This accreditation has {{count}} decisions or annexes. Fill in the decision number to say which annex is meant.',
    test_needed: 'This row has no test, no material and no measurand. Fill one in, or delete the row.',
    columns_once: 'Each column can be chosen once, and at least one is needed.',
    unknown_column: 'The list has no column “{{key}}”.',
    code: {
      empty: 'The code is blank. Write it, or clear the cell.',
      scheme_missing: '“{{typed}}” is only a number. Write the scheme too, e.g. VILAS 016.',
      number_alone:
        '“{{typed}}” is only a number; a spreadsheet may have damaged the code. If it is {{suggestion}}, write it so.',
      number_missing: '“{{typed}}” has no number. Add it, e.g. VILAS 016.',
      zero: '“{{typed}}”: the number of a code cannot be 0. Check the code on the decision.',
      letter_in_number: '“{{typed}}” has a letter in its number. If it is {{suggestion}}, write it so.',
      separator_lost: '“{{typed}}” has probably lost its full stop. If it is {{suggestion}}, write it so.',
      several_codes: '“{{typed}}” holds several codes. Part them with semicolons.',
      unknown_layout: '“{{typed}}” is not how this scheme writes its codes. Check it.',
    },
    date: {
      empty: 'The date is blank. Write it, or clear the cell.',
      not_a_date: 'The date “{{typed}}” cannot be read. Write it like 25/11/2026, 11/2026 or 2026.',
      month_first: '“{{typed}}” seems to have the month first. Write day/month/year.',
      no_such_month: '“{{typed}}”: there is no such month. Write a month from 1 to 12.',
      no_such_day: '“{{typed}}”: the month has no such day. Check the date on the decision.',
      year_missing: '“{{typed}}” lacks the year. Add it, as in 25/11/2026.',
      year_out_of_range: '“{{typed}}”: the year must lie between 1900 and 2999. Check it.',
      day_count:
        '“{{typed}}” is probably a date that the spreadsheet keeps as a number. If it is {{suggestion}}, write it so.',
    },
    note: {
      unknown_id: 'This register has no such record id, so it is not used; the row is judged by name and code.',
      scheme_code: '{{code}} is how {{scheme}} writes its codes. Both are imported as the file has them; check this.',
      not_in_list: '“{{typed}}” is not in the list; the words are kept as they are.',
      details_for_all: 'This cell is taken for all {{count}} accreditations of the row.',
      accreditation_unknown: 'An accreditation without code and scheme is added.',
      code_shared: 'The laboratory “{{name}}” has this code too.',
      act_unstated: 'The kind of decision is not stated; it is taken for a recognition.',
      old_area_code: '{{typed}} may be an old number with the area code 033. If so, the new one is {{suggestion}}.',
      computed: 'This column is computed and not imported. An expiry is imported from the column Expiry date.',
    },
    template: {
      not_word: 'This file is not a Word document (.docx). Choose a .docx file.',
      old_word:
        'This is an old Word file (.doc) or one with a password. Open it in Word and save it as .docx without a password.',
      too_big: 'The template is larger than {{max}} MB. Make the pictures in it smaller.',
      expands: 'The template expands to an unusual size, so it is not read.',
      broken: 'The template is damaged. Open it in Word, save it again and retry.',
      macros: 'The file has macros, so it is not taken. Save it as a plain .docx (without macros).',
      embedded: 'The file has other files embedded in it, so it is not taken. Remove what is embedded.',
      external_links:
        'The file takes pictures or data from elsewhere, so it is not taken. Insert the pictures into the file.',
    },
    document: {
      template_broken:
        'The office’s template cannot be filled (paragraph {{paragraph}}, tag {{tag}}). Correct it, or use the original template again.',
      scope_lines: 'The register has more than {{max}} scope lines, too many to print. Leave the scopes out.',
    },
    file: {
      not_attachable:
        'Files of this kind are not attached. Choose a PDF or a picture (PNG, JPEG, WebP, TIFF, HEIC); save Word and Excel documents as PDF first.',
      no_content: 'The file is empty. Choose another one.',
      too_big_to_attach: 'The file is larger than {{max}} MB. Scan it at a lower resolution or split it.',
      lost: 'The attached file is no longer in the register’s folder. Adding the same file again brings it back.',
      altered:
        'The attached file has been altered since it was added and is not opened. Adding the original file again brings it back.',
      missing: 'The file is not there. It may have been moved or renamed.',
      changed: 'The file or the register has changed since the preview. Preview it again before importing.',
      too_big: 'The file is larger than {{max}} MB. Split it.',
      expands: 'The compressed content is too large to open. Save the file again from Excel or LibreOffice.',
      too_many_columns: 'The table has more than {{max}} columns. Delete those that are not needed.',
      too_many_cells: 'The table has more than {{max}} cells. Split it into several files.',
      no_such_sheet: 'The file no longer has this sheet. Choose another one.',
      too_many_rows: 'The table has more than {{max}} rows. Split it into several files.',
      too_slow: 'Reading took more than {{max}} seconds and was stopped. Split the file.',
      too_much_memory: 'The file takes too much memory to read. Split it.',
      empty: 'The file has no rows. Choose another file, or save this one again and read it again.',
      xls: 'The file is of the Excel 95 or binary (.xlsb) kind. Open it in Excel or LibreOffice and save it as .xlsx.',
      encrypted: 'The file has a password. Open it in Excel, remove the password and save it again.',
      html: 'This is a web page renamed to a spreadsheet. Open it in Excel and save it as .xlsx.',
      not_a_book:
        'This file is not a working copy written by this program. Ordinary lists are imported on the screen Import from a spreadsheet.',
      working_copy: 'This file is a working copy of the register. Bring it back on the screen Working copy.',
      book_damaged:
        'The hidden sheet of the working copy was changed, or another version of the program wrote it. Export a new working copy and copy your edits over.',
      book_other_register: 'This working copy is of another register. Open that register and bring it back there.',
      book_sheet_twice: 'Two sheets are of the same kind; the second is “{{sheet}}”. Delete one of them.',
      book_no_code:
        'The sheet “{{sheet}}” has no column “{{heading}}” in its first row any more. Copy the row of headings from the original file.',
      not_a_sheet: 'This is no spreadsheet. Choose an .xlsx, .xls, .ods or .csv file.',
      broken: 'The file is damaged and cannot be read. Open it in Excel or LibreOffice and save it as .xlsx.',
      quotes: 'From row {{row}} on a quotation mark is opened and never closed. Correct it, or save the file as .xlsx.',
      no_header:
        'No header row with a “Laboratory” column was found in the first {{rows}} rows. Name the columns as in an exported list.',
      no_header_codes:
        'No row of headings with “Laboratory” or “Code” was found in the first {{rows}} rows. Show which row and columns they are.',
      no_header_decisions:
        'No row of headings with both “Decision number” and “Code” was found in the first {{rows}} rows. Show which row and columns they are.',
      no_header_scope:
        'No row of headings with “Code” and “Test” was found in the first {{rows}} rows. Show which row and columns they are.',
      heading_twice: 'The column “{{heading}}” comes twice, or two columns mean the same. Remove one.',
      tcvn3: 'The text is in the old TCVN3 (ABC) encoding. Look at it converted to Unicode, then confirm.',
      vni: 'The text is in the old VNI encoding. Look at it converted to Unicode, then confirm.',
      windows1258: 'The text is in the Windows-1258 encoding. Look at it converted to Unicode, then confirm.',
      utf16: 'The text is in UTF-16 without the mark that says so. Save it as CSV UTF-8 or .xlsx.',
      not_utf8: 'The text is not in the UTF-8 encoding. Save it as CSV UTF-8 or .xlsx.',
      disk_full: 'The disk has no room for the file. Free some space or choose another disk.',
      in_use: 'Another program has the file open. Close it there and try again.',
      no_permission: 'Files cannot be written to this folder. Choose another place.',
      no_folder: 'The folder is no longer there. Choose another place.',
      bad_name: 'The file cannot be written under this name. Choose another name.',
      is_register: 'This is the open register itself. Choose another name.',
    },
  },
} as const
