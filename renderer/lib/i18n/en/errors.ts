import type { ErrorCode } from '#shared/errors.ts'

export const errors = {
  'error.invalid-input': 'That entry cannot be used. Change it and try again.',
  'error.forbidden-sender': 'This window may not do that. Restart the station program.',
  'error.internal':
    'Something went wrong and the last step was not done. Try again; if it fails again, call the shift lead.',
  'error.settings-invalid':
    'The settings file has a mistake, so the station has not started. Have the shift lead mend what is named below, then restart.',
  'error.station-restarting':
    'The station starts again with its new settings. Wait a few seconds and try again.',
  'error.printer-head-open': 'The print head is up. Press it down until it locks.',
  'error.printer-cover-open': 'The cover of the printer is open. Close it.',
  'error.printer-paper-out': 'The printer is out of labels. Load a roll; it then prints on.',
  'error.printer-ribbon-out': 'The ribbon has run out. Change it; it then prints on.',
  'error.printer-jam': 'The printer has jammed. Open it, take the label out and close it.',
  'error.printer-cutter': 'The cutter is stuck. Switch the printer off, clear it and switch it on.',
  'error.printer-too-hot': 'The printer is too hot. Wait until it has cooled down.',
  'error.printer-paused': 'The printer is paused. Press its pause key.',
  'error.printer-fault':
    'The printer reports a fault. Switch it off and on; if that does not help, call the shift lead.',
  'error.printer-offline': 'The printer is off line. Press its on-line key.',
  'error.printer-busy': 'A label is being printed. Wait until it is done, then change the printer.',
  'error.printer-setup-invalid': 'This cannot be set, and nothing was saved. Put right:',
  'error.store-read-only':
    'Data cannot be written. Packing has stopped, nothing is lost. Have the shift lead check the disk permissions.',
  'error.store-full':
    'The disk is full: this step was not recorded, all before it is safe. Have the shift lead free space, then do it again or restart.',
  'error.store-corrupt':
    'The data file is damaged. Packing has stopped and the file was kept. Have the shift lead restore a backup.',
  'error.store-newer-schema':
    'The data comes from a newer version. Have the shift lead update this computer first.',
  'error.store-in-use': 'The program is already running. Use the window that is open.',
  'error.backup-failed':
    'The backup of the data was not made. Keep packing and have the shift lead check the disk space.',
  'error.order-unknown':
    'There is no such order here. Check the number; a new order needs a sync first.',
  'error.order-invalid':
    'The order’s data is wrong and it cannot be packed. Tell the shift lead; it arrives by itself once the seller has put it right.',
  'error.sku-invalid':
    'The data of one article is wrong and was not taken. Keep packing; the shift lead tells the seller.',
  'error.order-not-packable':
    'This order cannot be packed now (closed, declared or cancelled). Take another order.',
  'error.order-closed': 'This order is closed and takes no more goods. Take another order.',
  'error.order-undecided':
    'The server changed this order. Decide what to do first, then go on packing.',
  'error.order-not-closable': 'The order cannot be closed yet. Settle what is listed first.',
  'error.order-not-closed': 'This order is not closed yet. Close it first, then declare it.',
  'error.short-reason-missing':
    'Goods that are short need a reason. Give one, then close the order.',
  'error.decision-unknown': 'This was decided already.',
  'error.recount-running': 'A recount is running. Finish counting this carton first.',
  'error.recount-absent': 'No carton is being recounted. Scan RECOUNT first, then a box mark.',
  'error.recount-needs-mark': 'Scan the box mark of the carton to recount first.',
  'error.shift-running':
    'The shift is being handed over. End that, or press “Not now”, before anything else.',
  'error.shift-absent': 'No shift is being handed over. Scan “Hand over” to begin.',
  'error.shift-carton-open':
    'The carton on the bench is not finished. Finish or park it first, then scan “Hand over”.',
  'error.shift-locked': 'Scanning is locked. Press “OK” first, then hand over.',
  'error.shift-unfinished':
    'Some are not taken over yet. Scan each of them; press “Missing” for what cannot be found.',
  'error.shift-needs-badge': 'The successor scans a badge to end the handover.',
  'error.shift-same-operator':
    'That is the badge of whoever hands over. The successor has to scan theirs.',
  'error.shift-needs-label':
    'Only labels on cartons count now: the temporary label of a parked one, the box mark of others.',
  'error.shift-needs-temporary':
    'This carton is not finished, so a box mark does not count. Scan its temporary label.',
  'error.shift-needs-mark':
    'This carton needs no temporary label any more. Tear it off and scan the box mark.',
  'error.shift-not-listed': 'That one is not handed over. Look at the list.',
  'error.lookup-open':
    'Things are looked up now: this command was not carried out. Press F1 to go back, then scan it again.',
  'error.scanning-locked':
    'Wrong goods still wait. Take them away and scan “acknowledge”, then look things up.',
  'error.search-too-short':
    'That is too short to look for. Enter 2 characters or more; a carton number may have one digit.',
  'error.search-unreadable':
    'This code cannot be read. Scan it again, or enter the last 4 digits on the box mark.',
  'error.no-order-open': 'No order is open. Scan an order number first.',
  'error.carton-unknown': 'There is no such carton. Check the box mark and scan again.',
  'error.carton-not-parked':
    'This carton is not parked any more. Tear the temporary label off; scan its box mark if it has one.',
  'error.unit-label-failed':
    'Not all unit labels came out. See to the printer and its paper, then print again.',
  'error.unit-label-not-due': 'Nothing waits for a unit label. Scan the goods first.',
  'error.parking-label-failed':
    'A temporary label did not come out. See to the printer, then scan “Reprint” or use the list of parked cartons.',
  'error.carton-state':
    'The carton does not allow that at this step. Follow the middle of the screen.',
  'error.carton-empty': 'The carton is still empty. Scan goods first, then DONE.',
  'error.carton-unfinished':
    'The carton on the bench is not finished. Finish or void it before anything else.',
  'error.nothing-to-agree': 'Nothing waits for a yes. Go on with the packing list.',
  'error.nothing-to-repeat': 'There is no carton to repeat. Finish one first.',
  'error.not-in-carton': 'This carton does not hold that many of it. Look into it and scan again.',
  'error.not-in-order': 'The order does not name these goods. Choose others.',
  'error.no-exception-noted':
    'Nothing has been noted since this order was opened, so there is nothing to photograph. Scan a command like “Damaged” and the goods, then “Photo”.',
  'error.photos-full': 'This exception has 5 photos already: that is enough. Scan the next item.',
  'error.photo-unreadable':
    'The camera gave a broken picture; it was not kept. Take it again; if that fails, replug the camera.',
  'error.photo-unkept':
    'The photo could not be kept; the exception is still noted. Take it again; if that fails, tell the shift lead.',
  'error.nothing-to-undo': 'There is nothing to undo.',
  'error.codes-coming': 'Carton codes are being fetched. Wait a few seconds and scan again.',
  'error.codes-exhausted':
    'No carton codes are left, and offline no new ones come. Have the shift lead see to the network, then scan again.',
  'error.codes-refused':
    'No carton codes are left, and the server gives no new ones. Tell the shift lead.',
  'error.numbers-coming':
    'Carton numbers of this order are being fetched. Wait a few seconds and scan again.',
  'error.numbers-exhausted':
    'No carton numbers of this order are left, and offline no new ones come. Have the shift lead see to the network, then scan again.',
  'error.numbers-refused':
    'No carton numbers of this order are left, and the server gives no new ones. Take another order and tell the shift lead.',
  'error.rights-coming':
    'The server is being asked how many more this station may pack. Keep it out, wait a few seconds and scan again.',
  'error.rights-offline':
    'This station’s share is packed, and offline no more comes. Keep it out and scan it again once online.',
  'error.box-type-unknown': 'There is no such box type. Press F2 and choose one.',
  'error.carton-breaks-rules':
    'What is in the carton breaks the rules of this order. Scan “Put back”, then what has to come out.',
  'error.box-type-too-large':
    'This box is larger than the warehouse takes. Press F2 and choose a smaller one.',
  'error.measured-too-large':
    'The measured carton is larger than the warehouse takes. Press F2 for another box, or take goods out and measure again.',
  'error.measured-too-small':
    'That is smaller than the box type. Measure again, or press F2 if it is another box.',
  'error.measured-absurd':
    'That is far larger than the box type. Check the figures, or press F2 if it is another box.',
  'error.nothing-to-approve':
    'There is nothing a supervisor has to confirm now. Go on with the carton.',
  'error.operator-absent': 'Nobody is signed in. Scan your badge first, then scan that again.',
  'error.operator-unknown':
    'That person is not on the list. Have the shift lead add the name in the settings.',
  'error.supervisor-unknown':
    'The settings hold no badge of a supervisor. Have the shift lead do it on the screen.',
  'error.supervisor-needed':
    'That is not a supervisor’s badge, and nothing was done. Call a supervisor and scan the command again.',
  'error.weight-invalid': 'That weight cannot be right. Look at the scale and type it again.',
  'error.scale-absent':
    'No scale is connected. Type the weight, or have the shift lead connect one.',
  'error.scan-broken-off': 'That scan broke off and was not counted. Scan it again.',
  'error.scans-waiting':
    'Scans come faster than they can be judged, and this one was not counted. Wait a moment and scan it again.',
  'error.scanner-lost':
    'A scanner has gone. Go on with another one; check its plug, and it comes back by itself.',
  'error.device-missing':
    'The device is not connected. Check plug and power; once it is back it goes on by itself.',
  'error.device-busy':
    'Another program uses this device. Close that program; this one then goes on by itself.',
  'error.device-forbidden':
    'The system does not let this program use the device. Have the shift lead give this account the right to.',
  'error.device-setup-invalid': 'This cannot be set, and nothing was saved. Put right:',
  'error.device-unknown': 'This device is no longer set up. Close the window and open it again.',
  'error.device-failed':
    'The device has failed. Unplug it and plug it in again; if that does not help, call the shift lead.',
  'error.scale-silent':
    'The scale is connected but sends nothing. See that it is on and sends continuously.',
  'error.scale-unreadable':
    'The scale sends data that makes no sense. Have the shift lead check protocol and baud rate.',
  'error.scale-fault':
    'The scale reports a fault. Switch it off and on; if that does not help, type the weight and call the shift lead.',
  'error.printer-unknown': 'No printer is set up. Have the shift lead choose one in the settings.',
  'error.printer-held':
    'The printer is on hold and nothing prints. See to it, then press F6, or the printer lamp at the top and “Go on”.',
  'error.planned-none':
    'The seller planned no cartons with these numbers. Check the carton list and choose others.',
  'error.planned-number-taken':
    'One of these carton numbers is used already, or belongs to another station. Choose other numbers, or print there.',
  'error.planned-under-way':
    'A new packing list is on its way. Print once the server has it; while offline, wait for the line.',
  'error.print-job-unknown': 'There is no record of this label. Press F6 to print it again.',
  'error.print-job-state': 'This label cannot be printed again now. Wait until printing has ended.',
  'error.printer-unreachable':
    'The printer does not answer. Check power, cable and paper, then press F6 to print again.',
  'error.printer-interrupted':
    'Printing was cut off. If the label came out, scan it; if not, press F6 to print again.',
  'error.glyph-missing':
    'A name has characters that cannot be printed. Press “Codes only”, or have the shift lead change the name.',
  'error.label-out-of-bounds':
    'The box mark has no room for this much text. Have the shift lead shorten the name or address.',
  'error.label-shifted-off':
    'The offset of this printer pushes the label off the paper. Have the shift lead make the offset smaller.',
  'error.label-media':
    'The printer holds labels of another size than this label was made for. Load the right ones, or have the shift lead change the printer in the settings.',
  'error.not-enrolled':
    'This station is not enrolled at the server yet. Have the shift lead enter a pairing code.',
  'error.enrol-again':
    'The server no longer takes this station; nothing is lost. Have the shift lead enter a pairing code again.',
  'error.pairing-code-wrong':
    'The pairing code is wrong or has ended. Check it and enter it again.',
  'error.token-unprotected':
    'This computer cannot protect the station’s token, so it was not enrolled. Have an administrator accept that with name and reason, then enrol.',
  'error.server-of-others':
    'The data on this computer belongs to another server and was not sent. Have the shift lead check the settings.',
  'error.server-certificate':
    'The server’s certificate is not to be trusted, so nothing was sent. Keep packing; have the shift lead check the network and this computer’s clock.',
  'error.server-unreachable':
    'The server cannot be reached. Keep packing; everything uploads later.',
  'error.server-refused': 'The server sent data back. Keep packing and tell the shift lead.',
  'error.server-busy': 'The server is busy. Keep packing; it is tried again by itself.',
  'error.server-failing':
    'The server has a fault; all data is safe here. Keep packing; it is tried again by itself.',
  'error.server-web-page':
    'The network answers with a web page: it may want a sign-in first. Keep packing; have the shift lead look with a browser.',
  'error.server-not-linkstar':
    'What answers is no Linkstar server. Keep packing; have the shift lead check the network and the server address.',
  'error.document-unwritable':
    'The file cannot be saved. If another window has it open, close it and try again; if it still fails, have the shift lead check the disk space.',
  'error.document-unopened':
    'The file is saved, but this computer cannot open a PDF. Have the shift lead print it from here.',
  'error.sheet-unreadable':
    'This file cannot be read. Open it in Excel or WPS, save it as .xlsx or .csv, and import that.',
  'error.sheet-too-large':
    'The file is too large (over 10 MB). Split it into several files and import them one by one.',
  'error.sheet-too-many-rows':
    'There are too many rows (at most 10,000). Split the file and import the parts one by one.',
  'error.sheet-locked': 'This file has a password. Take it off in Excel, save, and import again.',
  'error.sheet-old-format': 'This is an old .xls file. Save it as .xlsx in Excel and import that.',
  'error.sheet-encoding':
    'The text of this file cannot be read. Save it as “CSV UTF-8” or .xlsx in Excel and import that.',
  'error.sheet-empty': 'The file is empty. Download the template, fill it in, and import that.',
  'error.import-gone': 'This import is gone; nothing was imported. Choose the file again.',
  'error.packing-list-empty':
    'No carton of this order is sealed yet, so there is no packing list. Finish a carton first.',
  'error.not-in-training': 'This exists in training mode only.',
} as const satisfies Record<`error.${ErrorCode}`, string>
