import type english from '../app/translations/en.json';

/*
 * For translators: what each text of app/translations/*.json is, where it stands and what it agrees with.
 *
 *  1. Same keys in every file. A counted text (`…_one`, `…_other` in English) has exactly the forms that Intl.PluralRules
 *     names for the language; es, it, fr, pt leave out `many`. ru, pl: `other` is for fractions, a copy of `many`.
 *  2. Each {placeholder} of the English text stands in each form, once. Forms that mean exactly one number may leave out
 *     {count}: zero, one, two in ar and he, one in pl.
 *  3. Placeholders bring names, numbers and finished texts in their basic form. Keep them apart from the grammar, behind a
 *     colon or in brackets, or give them a noun to lean on ("contact {letter}"): never a case ending or suffix on one.
 *  4. Reorder freely within a text. Texts are never joined but by the `joined_…` patterns.
 *  5. Our own buttons come in by placeholder ({refresh}). Desk's menu paths (`menu_…`) are written as Desk has them in the
 *     language; where that is not certain, the English name in brackets behind the translation.
 *  6. The panel is 280 px wide: labels, tabs and buttons short, sentences at most half as long again as the English.
 *  7. Quotes, dashes, colons, ellipses, spaces before punctuation: as the language has them („…“, «…», 「…」, ：, ،).
 *  8. A small first letter in English means that the text stands within a line or list: small as well, where nouns allow it.
 *  9. Speak of people neutrally: a contact, an agent or a colleague is a man or a woman. Adjectives about a contact agree
 *     with the word "contact".
 * 10. Not translated: Desk, CRM, API, ID, CSV, JSON, what a placeholder brings, and `limit=50`-like examples.
 *
 * `npx vitest run --project unit test/unit/project/translations.test.ts` checks a file.
 */

type WithoutForm<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** A text, whatever number of plural forms it has. */
export type TextName = WithoutForm<keyof typeof english>;

export const translatorNotes: Readonly<Record<TextName, string>> = {
  // The head of the panel
  title: 'Heading of the panel. Noun: duplicate contacts.',
  refresh:
    'Name of the round-arrow button on top: loads everything anew. Verb. Also comes into texts as {refresh}.',
  justNow:
    'Beside that button: loaded less than a minute ago. Later "5 minutes ago", which the browser writes.',
  thisRecord: 'Behind the name of the open contact, small: this one is the contact that Desk shows.',
  noName: 'In place of the name of a contact that has none.',
  noEmail: 'In place of the email address on a card. Within a line.',

  // Patterns: how texts stand beside each other
  joined_sentences:
    'Two whole sentences in a row. Only what stands between them: a space, or nothing in zh, ja, tw.',
  joined_facts: 'Independent short facts in one line, such as "Jane Doe · portal user".',
  joined_reasons: 'Reasons, or errors, in one line; each may contain commas.',
  joined_values: 'Different values of one field, in one line of the summary.',
  labeled: 'A label and its value, in a copied line of the diagnostics.',
  quoted: "A colleague's note, in quotation marks of the language.",
  endOfId: 'A long ID shortened: only its last four digits follow. The mark says that something is left out.',
  startAndEndOfId: 'A long ID shortened in the middle.',
  noLetter: 'In place of the letter (A, B, …) for a contact that has none. A dash.',
  atLeast:
    'A number that is rounded down, such as "300+" (300 or more). Replaces {count} in reason_sharedByMany_….',
  apiCalls: 'A price: how many requests to Desk’s API. Stands in brackets on buttons. Not phone calls!',
  upToApiCalls: 'A price that may turn out lower. Stands in brackets on buttons. Not phone calls!',
  menu_deduplicate: 'Path in Desk’s own menu. Comes into texts as {path}.',
  menu_extensions: 'Path in Desk’s own menu, for administrators. Comes into texts as {path}.',
  menu_connections: 'Path in Desk’s own menu, for administrators. Comes into texts as {path}.',
  menu_api: 'Path in Desk’s own menu, for administrators. Comes into texts as {path}.',

  // What was found
  contactNotTold: 'In place of the list. {refresh}: name of the refresh button.',
  ticketWithoutContact: 'In place of the list, beside a ticket.',
  ticketsNotCovered: 'In place of the list, beside a ticket: an administrator chose it.',
  lookingForDuplicates: 'While the first answer is awaited; also the name of the progress bar.',
  found: 'Status line: how many there are. "Possible" agrees with "duplicates".',
  foundStrong: 'Follows `found` after a dot: how many of them are strong matches. A label, not a sentence.',
  noDuplicates:
    'Status where there are none. {fields}: list of value_… names, such as "email, phone, and full name".',
  emptyFields: 'Small line: the contact has nothing in these fields. {fields}: list of value_… names.',
  nothingToCheck: 'Status: nothing to look for duplicates by.',
  notCheckedYet: 'While Desk is asked again. {fields}: list of value_… names.',
  notChecked: 'In an error: these fields could not be checked. {fields}: list of value_… names.',
  lookFurther: 'Button: looks for contacts that are only similar. {price}: an upToApiCalls text.',
  lookingFurther: 'While that is under way.',
  lookedFurther: 'When it is done. {price}: an apiCalls text. {ways}: list of further_… texts.',
  further_account:
    'In the list of lookedFurther: contacts of the same company. {amount}: a number or an amount_… text.',
  further_lastName:
    'In the same list: contacts with the same last name. {amount}: a number or an amount_… text.',
  further_spellings: 'In the same list: found by other spellings of the name or address. {amount}: as above.',
  amount_ofAbout: 'In brackets: how many of all were compared. Both are numbers.',
  amount_notAll: 'In brackets: so many were compared, there are more. About contacts.',
  furtherFailed_account: 'Notice: only a part of the contacts of the account could be loaded.',
  furtherFailed_lastName: 'Notice: only a part of the contacts with the same last name could be loaded.',
  furtherFailed_spellings: 'Notice: some spellings of the name, address or number were not checked.',
  alsoCheck_email: 'Button: checks one more field for duplicates. {price}: an apiCalls text.',
  alsoCheck_secondaryEmail: 'Button, as alsoCheck_email.',
  alsoCheck_phone: 'Button, as alsoCheck_email.',
  alsoCheck_mobile: 'Button, as alsoCheck_email.',
  alsoCheck_fullName: 'Button, as alsoCheck_email.',
  alsoCheck_lastName: 'Button, as alsoCheck_email.',
  alsoCheck_firstName: 'Button, as alsoCheck_email.',
  value_email: 'Name of a field within a list, such as "Checked: email, phone". Basic form.',
  value_secondaryEmail: 'As value_email: the second email address of a contact.',
  value_phone: 'As value_email.',
  value_mobile: 'As value_email: mobile phone number.',
  value_fullName: 'As value_email: first and last name together.',
  value_lastName: 'As value_email.',
  value_firstName: 'As value_email.',
  tabs: 'Name of the row of tabs, only heard: the tabs filter the list by what the contacts share.',
  tabAll: 'Tab: all possible duplicates. Very short.',
  tabValue_email: 'Tab: those with the same email. Very short; first letter as at the start of a line.',
  tabValue_secondaryEmail: 'Tab, as tabValue_email.',
  tabValue_phone: 'Tab, as tabValue_email.',
  tabValue_mobile: 'Tab, as tabValue_email.',
  tabValue_fullName: 'Tab, as tabValue_email.',
  tabValue_lastName: 'Tab, as tabValue_email.',
  tabValue_firstName: 'Tab, as tabValue_email.',
  tabFurther_account: 'Tab: similar contacts of the same company.',
  tabFurther_lastName: 'Tab: similar contacts with the same last name.',
  tabFurther_spellings: 'Tab: found by other spellings.',
  tabGroup: 'Tab: a group that was opened by its ID. {id}: an endOfId text, such as "…0003".',
  tabOpenedValue:
    'Tab: a group opened by the value that its contacts share. {value}: such as an email address.',

  // One contact: strength and reasons
  strength_strong:
    'Mark on a card: how sure it is that two contacts are one person. Agrees with "match", not with the person.',
  strength_likely: 'As strength_strong.',
  strength_weak: 'As strength_strong.',
  for: 'Only heard, before each reason for being the same person.',
  against: 'Only heard, before each reason against being the same person.',
  reason_sameEmail: 'Reason on a card, within a line: both contacts have it.',
  reason_samePhone: 'Reason, as reason_sameEmail.',
  reason_samePhoneOtherFormat:
    'Reason: the same number written in another way, such as without the country code.',
  reason_sameName: 'Reason, as reason_sameEmail.',
  reason_sameNameOtherwise: 'Reason: the same name with other accents, order or script.',
  reason_nearName: 'Reason: names that differ by a typo or nickname. {own}, {other}: the parts that differ.',
  reason_compatibleName: 'Reason: names that do not contradict each other, such as "J." / "Jane".',
  reason_nearEmail: 'Reason: addresses that differ by a typo or the domain.',
  reason_sameAccount: 'Reason: both belong to the same company (account in Desk).',
  reason_otherAccount: 'Reason against. {account}: name of the other company.',
  reason_otherAccountUnnamed: 'Reason against: another company, whose name is not known.',
  reason_otherCrmRecord: 'Reason against: each is linked to another record in Zoho CRM.',
  reason_otherName_phone: 'Reason against: same phone number, but another name.',
  reason_otherName_email: 'Reason against: same email, but another name.',
  reason_roleMailbox: 'Reason against: an address of many people. {address}: such as info@acme.com.',
  reason_sharedByMany_phone:
    'Reason against. {count}: a number, or an atLeast text. Switchboard: main line of a company.',
  reason_sharedByMany_email: 'Reason against. {count}: a number, or an atLeast text.',
  reason_sharedByMany_name: 'Reason against. {count}: a number, or an atLeast text.',

  // Groups opened by ID
  openGroupById: 'Button at the foot: shows the form for a group’s ID.',
  duplicateGroupId: 'Label of that form’s first field. Desk gives each group of duplicates an ID.',
  duplicateGroupIdHelp: 'Help below the field. {path}: menu_deduplicate.',
  parameters: 'Label of the second field. "(p)" stays as it is.',
  parametersHelp: 'Help below it. {example}: limit=50. {pageExample}: page=2.',
  openGroup: 'Button that sends the form.',
  closeGroup:
    'Button beside the heading of an opened group: removes it from the panel. Nothing is changed in Desk.',
  problem_idMissing: 'Below the ID field, in place of the help.',
  problem_idMalformed: 'Below the ID field, in place of the help.',
  problem_idReserved: 'Below the ID field. {reserved}: a technical word that was entered.',
  problem_parametersMalformed: 'Below the parameters field. {example}: limit=50&page=2.',
  problem_pageMalformed: 'Below the parameters field. {first}: 1.',
  group: 'Heading of an opened group. {id}: digits.',
  groupOfValue: 'Heading of a group opened by the value that its contacts share.',
  contactsInGroup: 'Status: the group is loaded in full.',
  contactsRead: 'Status while or after loading: so many so far.',
  contactsReadOfTotal: 'As contactsRead, where the total is known. Both are numbers.',
  readingGroup: 'While loading; also the name of the progress bar.',
  stop: 'Button: stops loading.',
  readOn: 'Button: continues loading what was not loaded yet.',
  stopped: 'Notice after Stop.',
  emptyGroup: 'Status where nothing came.',
  emptyPages: 'Status where loading began at a later page. {page}: a number.',
  startedLater: 'Notice: loading began at a later page. {page}: a number.',
  notEveryone: 'In an error, where a part was loaded before it.',
  short: 'Notice: fewer contacts came than Desk counts.',
  openContactNotInGroup: 'Notice: the contact that Desk shows is not among the members.',
  unreadableRecords: 'Notice: contacts in a form that the panel does not understand.',
  moreShareValue: 'Notice with the button readOn. {field}: a value_… name, such as "phone".',
  notRemembered: 'Notice in an opened group.',

  // The list
  possibleDuplicates: 'Name of the list of contacts, only heard.',
  opensInDesk: 'Tooltip of a contact’s name, which is a link. Verb.',
  secondaryEmail: 'Small, behind an address on a card: what it is. Within a line.',
  mobile: 'Small, behind a phone number on a card: a mobile number. Within a line.',
  created: 'On a card: when the contact was created. {date}: a day.',
  flag_portalUser: 'Mark on a card: can sign in to the help center. About the contact.',
  flag_spam: 'Mark on a card: the contact is marked as spam. Noun.',
  flag_crm: 'Mark on a card: linked to a record in Zoho CRM.',
  flag_anonymous: 'Mark on a card: personal data was removed. Agrees with "contact".',
  flag_deleted: 'Mark on a card: in the recycle bin. Agrees with "contact".',
  search: 'Label of a search field over a long list.',
  sortBy: 'Label of a drop-down over a long list; its choices are order_….',
  order_strength: 'Choice of sortBy: strongest match first.',
  order_created: 'Choice of sortBy: the contact that was created first comes first.',
  order_name: 'Choice of sortBy: by name, from the first letter of the alphabet to the last.',
  nobodyFound: 'In place of the list, while searching.',
  moreValues: 'Button below a list that goes on.',
  compareRecord:
    'Name and tooltip of a checkbox on a card: takes the contact into the comparison. {letter}: such as B.',
  chooseToCompare: 'Above the comparison of a long list. {count}: 5.',

  // Errors
  tryAgain: 'Button in an error.',
  authorize: 'Link in an error that looks like a button: opens Zoho’s page that grants access. Verb.',
  waiting: 'Countdown. {count}: seconds left. {attempt}, {attempts}: numbers.',
  waitingNow: 'End of the countdown. {attempt}, {attempts}: numbers.',
  error_notAuthorized_title: 'Title of an error: the agent has not granted access yet.',
  error_notAuthorized_text: 'Its text; the link `authorize` follows.',
  error_notAuthorizedWithoutLink_text: 'Its text where there is no link. {path}: menu_extensions.',
  error_signInRefused_title: 'Title: the extension’s sign-in is no longer accepted.',
  error_signInRefused_text: 'Its text. {status}: 401, a technical number.',
  error_scopeMissing_title: 'Title: the connection was set up without a right.',
  error_scopeMissing_text: 'Its text. {scope}: Desk.contacts.READ. {path}: menu_connections.',
  error_forbidden_title: 'Title: the agent’s profile has no access. To the agent.',
  error_forbidden_text: 'Its text. Profile: Desk’s set of permissions. {status}: 403.',
  error_wrongPortal_title: 'Title. Portal: the company’s Desk.',
  error_wrongPortal_text: 'Its text.',
  error_notInEdition_title: 'Title. Edition: which plan of Desk was bought.',
  error_notInEdition_text: 'Its text. "It": the plan.',
  error_unknownGroup_title: 'Title: the entered ID names no group.',
  error_unknownGroup_text: 'Its text. {id}: the ID. {path}: menu_deduplicate.',
  error_notFound_title: 'Title: what was asked for is not there.',
  error_notFound_text: 'Its text. {status}: 404. {refresh}: name of the refresh button.',
  error_invalidRequest_title:
    'Title: Desk did not accept what was asked. One of the next five texts follows.',
  error_invalidRequest_text: 'About a group opened by ID. {id}: the ID. {path}: menu_deduplicate.',
  error_invalidRequestValue_text: 'About one value that was looked for. {value}: such as an email address.',
  error_invalidRequest_contact: 'About the open contact. {refresh}: name of the refresh button.',
  error_invalidRequest_details: 'About loading all fields.',
  error_invalidRequest_tickets: 'About counting tickets.',
  error_invalidRequest_duplicateValues:
    'About the list "Values shared by several contacts" and its filter by first letters.',
  error_invalidRequestFields_text: 'Follows the text before. {fields}: technical names of fields.',
  error_rateLimited_title: 'Title: too many requests.',
  error_rateLimited_text: 'Its text.',
  error_creditsExhausted_title: 'Title. API credits: the daily allowance of requests.',
  error_creditsExhausted_text: 'Its text. {path}: menu_api.',
  error_executionLimit_title: 'Title: another limit of Desk, for extensions.',
  error_executionLimit_text: 'Its text.',
  error_largePortal_title: 'Title: Desk has too many contacts for an immediate answer.',
  error_largePortal_text: 'Its text. {count}: 100,000.',
  error_largePortalList_text: 'Its text in place of the list of shared values. {count}: 100,000.',
  error_offline_title: 'Title: no internet. To the agent.',
  error_offline_text: 'Its text.',
  error_unavailable_title: 'Title: Desk’s server has a problem.',
  error_unavailable_text: 'Its text. "Contact": the one that is shown.',
  error_unreadable_title: 'Title: Desk’s answer has a form that the panel does not understand.',
  error_unreadable_text: 'Its text.',
  error_blockedByManifest_title: 'Title: the web address of this Desk is not in the extension’s list.',
  error_blockedByManifest_text:
    'Its text. Manifest: the extension’s settings file. {setting}: technical name.',
  error_unknownDataCenter_title: 'Title. Data center: where Zoho keeps the portal’s data, such as EU or US.',
  error_unknownDataCenter_text: 'Its text.',
  error_timeout_title: 'Title: Desk did not answer in time.',
  error_timeout_text: 'Its text. {count}: seconds.',
  error_storageOff_title: 'Title: decisions of agents cannot be saved.',
  error_storageOff_text: 'Its text. Manifest: the extension’s settings file.',
  error_storageBusy_title: 'Title: storage is where Desk keeps the extension’s data.',
  error_storageBusy_text: 'Its text.',
  error_storageRefused_title: 'Title: saving a decision failed.',
  error_storageRefused_text: 'Its text.',
  error_unknown_title: 'Title of any other error.',
  error_unknown_text: 'Its text.',
  error_start_title: 'Title: nothing can be shown at all.',
  error_start_text: 'Its text. {host}: a web address, js.zohostatic.com.',
  error_part_title: 'Title: a part of the panel’s own program did not arrive.',

  // Deciding
  decideHeading: 'Heading of the part where the agent decides. Verb or noun.',
  decide: 'Small button on a card: goes to that part. Verb.',
  decideAboutRecord:
    'Name of that button, only heard. {letter}: such as B. Begins with the text of `decide`, if possible.',
  decideAbout: 'Label of a drop-down: which contacts the decision is about. Its choices are target_….',
  chooseTarget: 'First entry of that drop-down, while nothing is chosen.',
  target_compared: 'Choice: the contacts that are compared now. {letters}: such as "B and C".',
  target_single: 'Choice: one contact. {letter}: such as B. {name}: its name.',
  target_all: 'Choice: the whole list.',
  notSamePerson: 'Button: decides that the contact is another person than the open one.',
  investigate: 'Button: asks colleagues to look into it. Verb.',
  note: 'Label of a text field: what colleagues should look into. Noun.',
  noteHelp: 'Below that field. {count}: characters that may still be typed.',
  save: 'Button below the note.',
  cancel: 'Button below the note: does not save it.',
  close: 'Button in an error: hides it.',
  undo: 'Button: takes a decision back. Different from `cancel`: where both are one word, name the decision.',
  undoLast: 'Button over the list of decisions: takes back what was decided in one go. {count}: 2 or more.',
  showAll: 'Button below the list of decisions: shows all of them. {count}: 6 or more.',
  longBefore: 'Opens decisions about a contact that are older still. {count}: how many.',
  earlierDecisions: 'Heading and name of the list of decisions that were made before.',
  decision_separate:
    'A decision that was made: the two contacts are different people. A state, not a button.',
  decision_wokenSeparate: 'A decision that was made, but values have changed since: to be looked at again.',
  decision_investigate: 'A decision that was made: somebody should look into it. A state, not a button.',
  decision_mergePlanned: 'A decision that was made: will be merged. {letter}: such as A.',
  decisionRound:
    'Below decision_mergePlanned, for each round. {letter}: such as A. {others}: such as "B and C".',
  decidedBy: 'Below a decision. {who}: a name, `you` or `somebody`. {when}: date and time.',
  decidedBefore:
    'An older decision, in one line. {decision}: a decision_… text. {who}, {when}: as decidedBy.',
  changedSince: 'Below a decision: what was changed after it. {values}: list of changedValue texts.',
  changedValue: 'In that list. {field}: a label_… text. {letter}: such as B.',
  you: 'In decidedBy: the agent who reads it. At the start of a line.',
  somebody: 'In decidedBy: an agent whose name is not known. At the start of a line.',
  savingDecision: 'Follows decidedBy after a dot, while it is being saved.',
  contactOfId: 'In place of a name, for a contact that is not loaded. {id}: a long number.',
  separateAll: 'Status where all were decided on. {count}: contacts.',
  decisionsLate: 'Notice over the list. "One": an earlier decision.',
  decisionsUnknown: 'Notice over the list, with the button readDecisionsAgain. "One": an earlier decision.',
  readDecisionsAgain: 'Button in that notice.',
  decisionsUnreadable: 'Notice. {letters}: such as "B and C". "It": the decision.',
  decisionsSlow: 'Notice. Tab: of the browser.',
  notSaved: 'In an error. {count}: decisions. aboutLetters follows.',
  notUndone: 'In an error: the Undo of so many decisions failed. aboutLetters follows.',
  aboutLetters: 'Follows notSaved or notUndone. {letters}: such as "A and B".',
  notGroupedAnyMore:
    'Small, behind contactOfId: Desk no longer counts it among the duplicates of the open contact.',
  decisionsOnDetails: 'Notice with the button readDetails.',
  mergedRecordsGone: 'Notice. {names}: list of names; the number of names chooses the form and is not shown.',

  // Comparison
  comparison: 'Heading of the part that compares contacts field by field.',
  compareWide: 'Button: opens a wide window with the contacts in a table, one column each. Verb.',
  bucket_differs: 'Filter button, its number follows: fields with two or more values. About fields.',
  bucket_gaps:
    'Filter button: fields that are empty in some contacts and filled in others, so a merge fills the gaps.',
  bucket_same: 'Filter button: fields with the same value in all contacts.',
  bucket_empty: 'Filter button: fields that are empty in all contacts.',
  verdict_differs: 'Behind the name of one field: its values differ. Within a line; agrees with "field".',
  verdict_gaps: 'Behind the name of one field: some contacts have no value there.',
  verdict_formats: 'Behind the name of one field: equal values in different notations.',
  readDetails: 'Button: loads fields that lists leave out. {price}: an upToApiCalls text.',
  readingDetails: 'While that is under way.',
  detailsMissing: 'In an error: the comparison goes on without the other fields.',
  noFieldsHere: 'In place of the fields, where the filter finds none.',
  emptyValue: 'In place of a value: the field is empty.',
  fieldTable: 'Name of the table, only heard.',
  field: 'Heading of the table’s first column.',
  yes: 'Value of a field such as "Portal user".',
  no: 'Value of a field such as "Portal user".',

  // Which contact to keep
  suggestedPrimary:
    'Name of a part, only heard: which contact should stay when merging. Primary: Desk’s master record.',
  keep: 'Suggestion, in bold: this contact should stay. {letter}: such as A.',
  keepBecause: 'Follows `keep`. {reasons}: list of primary_… texts.',
  keepAnyway: 'Follows `keep`, where no reason decides.',
  closeSecond:
    'Follows: another one that is nearly as good. {letter}: such as B. {reason}: a primary_… text.',
  primary_portalUser: 'Reason to keep a contact, within a list: it has a login for the help center.',
  primary_crmLink: 'Reason to keep a contact, within a list: linked to Zoho CRM. Agrees with "contact".',
  primary_mostTickets: 'Reason to keep a contact, within a list. {count}: its tickets.',
  primary_mostComplete: 'Reason to keep a contact, within a list. {count}: its filled fields.',
  primary_oldest:
    'Reason to keep a contact, within a list: it was created before the others. Agrees with "contact".',
  recordToKeep: 'Legend over round buttons A, B, …: the agent chooses which contact stays.',
  countTickets: 'Button: counts the tickets of each contact. {price}: an apiCalls text.',
  countingTickets: 'While that is under way.',
  ticketsOf: 'Result for one contact. {letter}: such as A. {count}: its tickets.',
  ticketsNotTold: 'Result for one contact, where Desk gave no number. {letter}: such as A.',

  // Merging
  mergePlan: 'Heading of the part that prepares a merge. Noun.',
  round: 'One step of the plan. {letter}: the contact that stays, such as A. {others}: such as "B and C".',
  mergeLimit: 'Over the steps; severalRounds follows. {count}: 3.',
  severalRounds: 'Follows mergeLimit: "this" is the whole merge. {count}: 2 or more steps.',
  nothingLost: 'The merge would lose no value.',
  lossUnknown: 'Notice with the button readDetails.',
  wouldBeLost: 'Heading over values that the merge would not keep.',
  lostValue:
    'One of those values, copied as a line. {field}: a label_… text. {letters}: who has it, such as "B and C".',
  copyLost: 'Button: copies those values.',
  mergedPreview: 'Opens a list of fields: how the contact would look after the merge.',
  valueOf:
    'Name of a drop-down of letters, only heard: from which contact the value is taken. {field}: a label_… text.',
  cannotBeUndone: 'Warning beside the button mergeInDesk.',
  mergeInDesk: 'Button: opens the contact in Desk, where the agent merges. Verb.',
  mergeMissing: 'Opens an explanation: Desk does not offer to merge.',
  mergeMissingWhy: 'That explanation. Spam, Anonymous, Trash: views in Desk’s list of contacts. {most}: 3.',
  mergeElsewhere: 'Follows it. Match field: field by which Desk finds duplicates. {most}: 3.',
  mergeOpened: 'After mergeInDesk. {letter}: such as A. {refresh}: name of the refresh button.',
  mergeByHand:
    'After mergeInDesk, where there is no link. {letter}: such as A. {refresh}: name of the refresh button.',
  blocker_portalUser: 'Why contacts cannot be merged, and what to do. {letters}: such as "B and C".',
  blocker_otherCrmRecords: 'As blocker_portalUser. "One": one of the links to CRM.',
  blocker_deleted: 'As blocker_portalUser: first restore these contacts.',
  blocker_anonymous: 'As blocker_portalUser: personal data was removed.',
  blocker_differentGroups:
    'As blocker_portalUser: Desk merges contacts only where they share a group. {most}: 3.',

  // Names of fields
  label_firstName: 'Name of a contact’s field, at the start of a line. As Desk names it.',
  label_lastName: 'Name of a field.',
  label_title: 'Name of a field: job title.',
  label_email: 'Name of a field.',
  label_secondaryEmail: 'Name of a field: second email address.',
  label_phone: 'Name of a field: phone number.',
  label_mobile: 'Name of a field: mobile phone number.',
  label_accountName: 'Name of a field: the company, as Desk names accounts.',
  label_type: 'Name of a field: kind of contact.',
  label_street: 'Name of a field: street of the address.',
  label_city: 'Name of a field.',
  label_state: 'Name of a field: state, province or region; the word that fits any country.',
  label_zip: 'Name of a field: postal code; the word that fits any country.',
  label_country: 'Name of a field.',
  label_language: 'Name of a field: the contact’s language.',
  label_facebook: 'Name of a field: account there. A brand.',
  label_twitter: 'Name of a field: account there. A brand.',
  label_description: 'Name of a field: free text about the contact.',
  label_crmRecord: 'Name of a field: the linked record in Zoho CRM.',
  label_isPortalUser: 'Name of a field; its value is yes or no.',
  label_isSpam: 'Name of a field; its value is yes or no.',
  label_ownerName: 'Name of a field: the agent who owns the contact.',
  label_createdTime: 'Name of a field: date and time of creation.',
  label_modifiedTime: 'Name of a field: date and time of the last change.',
  label_otherCustomFields: 'In changedValue: one or more fields that the portal itself has added.',

  // Summary and export
  share: 'Name of a part, only heard.',
  copySummary: 'Button: copies a summary of the duplicates as text.',
  exportCsv: 'Button: saves a CSV file.',
  exportJson: 'Button: saves a JSON file.',
  exported: 'After an export. {file}: name of the file.',
  exportNotSaved: 'Button after an export: copies the content of the file.',
  copied: 'After copying. About a text.',
  copyFailed: 'After copying by a button failed.',
  copyByHand:
    'Label of a text field whose content is selected. Keyboard keys as in the language (de: Strg+C).',
  summary_title: 'First line of the summary. {name}: name of the open contact.',
  summary_contact:
    'First line about a contact. {letter}: such as B. {facts}: name, flags, strength. Keep the two spaces.',
  summary_id: 'In the summary. {id}: a long number.',
  summary_for: 'In the summary: reasons for being the same person. {reasons}: reason_… texts.',
  summary_against: 'In the summary: reasons against it. {reasons}: reason_… texts.',
  summary_value: 'In the summary. {field}: a label_… text. {values}: summary_holders texts.',
  summary_holders: 'A value and who has it. {letters}: such as "A and C".',
  summary_suggested: 'In the summary: which contact should stay. {letter}: such as A. Reasons follow.',
  summary_chosen: 'In the summary: the agent chose another one. {letter}: such as B.',
  summary_lostValue: 'In the summary: an entry of a list. {lost}: a lostValue text.',

  // Values shared in the whole portal
  browseDuplicates: 'Button at the foot: shows the list below. Verb.',
  duplicateValues:
    'Heading and name of the list of values (such as phone numbers) that more than one contact has.',
  back: 'Button: leaves that list.',
  matchField: 'Label of a drop-down: by which field duplicates are found. Its choices are field_….',
  startsWith: 'Label of a text field: first letters of the values to show.',
  field_bothEmail: 'Choice of matchField: looks in both fields.',
  field_email: 'Choice of matchField.',
  field_secondaryEmail: 'Choice of matchField.',
  field_phone: 'Choice of matchField.',
  field_fullName: 'Choice of matchField.',
  field_lastName: 'Choice of matchField.',
  field_firstName: 'Choice of matchField.',
  noDuplicateValues: 'In place of the list.',
  noAnswerToList: 'In place of the list, where it is not known why. {count}: 100,000.',
  readingValues: 'Name of the progress bar, only heard.',
  contactsWithValue: 'Behind a value in the list: how many contacts have it.',

  // Diagnostics
  diagnostics: 'Button at the foot, and name of the part it shows: technical facts for administrators.',
  diagnostics_calls: 'Label: number of API requests so far.',
  diagnostics_fields: 'Label: technical names of fields.',
  diagnostics_tickets:
    'Label: whether duplicates are looked for beside tickets. Value: diagnostics_yes or diagnostics_no.',
  diagnostics_location: 'Label: where in Desk the panel stands. Value: a technical name.',
  diagnostics_dataCenter: 'Label. Value: such as EU.',
  diagnostics_domain: 'Label: web address of Desk.',
  diagnostics_locale: 'Label. Value: such as en.',
  diagnostics_storage:
    'Label: where Desk keeps the extension’s data. Value: diagnostics_works or diagnostics_fails.',
  diagnostics_defaultField:
    'Label: field by which Desk finds duplicates. Value: diagnostics_works, diagnostics_unknown or an error.',
  diagnostics_errors: 'Label. Value: technical names of errors, or diagnostics_none.',
  diagnostics_none: 'Value: no failures. Agrees with diagnostics_errors.',
  diagnostics_unknown: 'Value of diagnostics_fields, _dataCenter, _domain or _defaultField: not known.',
  diagnostics_yes: 'Value of diagnostics_tickets.',
  diagnostics_no: 'Value of diagnostics_tickets.',
  diagnostics_works: 'Value of diagnostics_storage or diagnostics_defaultField.',
  diagnostics_fails: 'Value of diagnostics_storage.',
  copyDiagnostics: 'Button: copies these facts.',
  diagnostics_call: 'Head of a column: technical names of requests to Desk’s API. Not a phone call!',
  diagnostics_times: 'Head of the next column: how often each was made. Short.',
  diagnostics_lastAnswer: 'Head of the last column: an answer in a word, or the technical name of an error.',
  diagnostics_empty: 'Value of diagnostics_lastAnswer: there was nothing in the answer.',
  diagnostics_answered: 'Value of diagnostics_lastAnswer: it was answered with a single thing.',
  diagnostics_entries: 'Value of diagnostics_lastAnswer: a list with {count} entries.',

  // The foot of the panel, and the menu that opens there
  more: 'Button at the foot that opens a menu of what is rarely used. Short: further actions.',
  shortcuts: 'Item of that menu, and heading of the list of keys that it opens. Noun.',
  shortcutsWhere: 'Below that list. "They": the keys. "Focus": what the keyboard acts on at the moment.',
  useShortcuts: 'Checkbox below that list: turns the keys on and off. Verb, or "These keys are on".',
  shortcut_next: 'In the list of keys, behind the key j: what it does. Verb.',
  shortcut_previous: 'In the list of keys, behind the key k: what it does. Verb.',
  shortcut_compare: 'In the list of keys, behind the key c: what it does. Verb.',
  shortcut_goTo:
    'In the list of keys, behind m, n and i: moves the keyboard to a button, without pressing it. {button}: its name.',
  shortcut_help: 'In the list of keys, behind the key ?: what it does. Verb; "these": the keys of this list.',
  keepSuggested:
    'At the foot, above the merge button: the contact that the extension suggests to keep. {letter}: A, B, … One short line.',
  keepChosen:
    'In the place of the text before, where the agent chose another contact to keep. {letter}: A, B, … One short line.',
  cannotMergeYet: 'At the foot, in place of the merge button. "Merge plan" as in its heading.',
  groupFullId:
    'Below the heading of an opened group, which shortens the ID. {id}: 18 digits. Label and value.',
};
