import PromptStore

/// Something the browser wants done that it cannot do itself. Effects are values: they can be printed and compared.
public enum Effect: Equatable, Sendable {
    /// Read a page of the list; it replaces one that is being read.
    case readPage(request: Int, PageRequest)
    /// Give up reading a page and counting what it finds.
    case cancelPage
    /// Count all prompts.
    case countTotal
    /// Count what a query finds; it replaces a count that is going on.
    case countFound(PromptQuery)
    /// Count the values that a menu of filters offers beside a query; it replaces a count that is going on.
    case countFacets(PromptQuery)
    /// Give up counting values.
    case cancelFacets
    /// Read a prompt in full; it replaces a reading that is going on.
    case readDossier(id: String)
    /// Read a prompt's family; it replaces a reading that is going on.
    case readLineage(id: String, extent: Int)
    /// Make something ready in the background.
    case prepare(Preparation)
    /// Read the versions of a prompt; it replaces a reading that is going on.
    case readHistory(id: String)
    /// Read the ids of the prompts that a query finds; it replaces a reading that is going on.
    case collectIDs(request: Int, PromptQuery)
    /// Give up reading ids.
    case cancelCollecting
    /// Find tags that begin like this; it replaces a search for others.
    case readTags(beginning: String)
    /// Read the whole text of a prompt.
    case readText(id: String)
    /// Give a text to the person's editor, and the screen with it; `Event.edited` tells what has become of it.
    case edit(promptID: String, text: String)
    /// Delete the file of an edited text that is not needed any more.
    case discardFile(path: String)
    /// Find what deleting prompts would take along.
    case weighDeletion(ids: [String])
    /// Read the whole text of a prompt, to be copied.
    case readBytes(id: String)
    /// Put bytes where a person can paste them from.
    case copy(bytes: [UInt8], Copied)
    /// Change the library; changes are made one after the other.
    case change(Change)
    /// Make the changes that are kept beside the library.
    case settle
    /// Look at what is worth knowing of the library before it is changed.
    case examine
    /// Let changes go ahead although the library has these.
    case allow([ForeignObject])
    /// Look at the library and at what is known of its maintenance.
    case readMaintenance
    /// Begin a piece of maintenance; what it tells, and what becomes of it, are answers of this number.
    case startTask(id: Int, MaintenanceTask)
    /// Have a running task end.
    case cancelTask(id: Int)
    /// Keep this until the library of this path is opened again.
    case remember(path: String, Remembered)
    /// Open a library.
    case open(OpenRequest)
    /// Leave the screen to the shell until the process is continued.
    case suspend
    /// Draw every cell anew.
    case redraw
    /// End the program.
    case quit
}

/// Which library to open.
public enum OpenRequest: Equatable, Sendable {
    /// A generated one that is thrown away afterwards.
    case demo
    /// A new one where there is none yet.
    case create(path: String)
    /// An existing one.
    case existing(path: String)
}
