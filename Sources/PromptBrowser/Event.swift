import PromptStore

/// Something that happened and that the browser has to deal with.
public enum Event: Equatable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// The mouse was used.
    case mouse(Mouse)
    /// Text was pasted; it never means a command.
    case paste(String)
    /// The screen has this size now.
    case resize(Size)
    /// Work that an effect had asked for has come to something.
    case answer(Answer)
    /// The person has left the editor.
    case edited(EditedText)
    /// A deadline has passed that the browser had named.
    case tick
}

/// What has become of an effect. `request` is the number of the effect it answers.
public enum Answer: Equatable, Sendable {
    /// What a search has found so far.
    case partialPage(request: Int, rows: [PromptRow])
    /// A page of the list.
    case page(request: Int, Result<PromptPage, StoreError>)
    /// The number of prompts.
    case total(Result<Int, StoreError>)
    /// The number of prompts that the list is narrowed to.
    case found(PromptQuery, Result<Int, StoreError>)
    /// The values of one field beside a query.
    case facet(PromptQuery, Facet)
    /// Why no more values are counted.
    case facetsFailed(StoreError)
    /// A prompt in full.
    case dossier(promptID: String, Result<PromptDossier, StoreError>)
    /// A prompt's family.
    case lineage(promptID: String, extent: Int, Result<Lineage, StoreError>)
    /// Something has been made ready; whether what was read before may read otherwise now.
    case prepared(Preparation, Result<Bool, StoreError>)
    /// The versions of a prompt.
    case history(promptID: String, Result<PromptHistory, StoreError>)
    /// The whole text of a prompt.
    case text(promptID: String, Result<String, StoreError>)
    /// Some ids of those that were asked for, or why there are no more.
    case ids(request: Int, Result<[String], StoreError>, isLast: Bool)
    /// Tags that begin like this.
    case tags(beginning: String, Result<[TagCount], StoreError>)
    /// What deleting prompts would take along.
    case deletion(ids: [String], Result<DeletionExtent, StoreError>)
    /// The whole text of a prompt, byte by byte.
    case bytes(promptID: String, Result<[UInt8], StoreError>)
    /// Something was put where a person can paste it from, or was not.
    case copied(Copied, CopyOutcome)
    /// A change is on the disk, or was refused.
    case change(Change, Result<ChangeOutcome, StoreError>)
    /// What is worth knowing of the library before it is changed.
    case examined(Examination)
    /// A change is kept beside the library until this one lets go of the lock; nil where it is not known who.
    case kept(Change, LockHolder?)
    /// What has become of the changes that were kept.
    case settled(Result<Settlement, StoreError>)
    /// How the library is, and what is known of its maintenance.
    case maintenance(MaintenanceOverview)
    /// A running task tells how far it is.
    case task(id: Int, TaskEvent)
    /// A task has come to its end.
    case taskEnded(id: Int, Result<TaskReport, StoreError>)
    /// Some process has changed the file.
    case libraryChanged
    /// The file cannot be watched.
    case watchFailed(StoreError)
    /// A library is open, or could not be opened.
    case opened(Result<LibraryInfo, StoreError>)
}

extension Answer {
    /// Whether another program's lock has kept something from being read.
    var isReadingLockedOut: Bool {
        switch self {
        case .page(_, .failure(.locked)), .total(.failure(.locked)), .found(_, .failure(.locked)),
            .dossier(_, .failure(.locked)), .lineage(_, _, .failure(.locked)),
            .history(_, .failure(.locked)):
            true
        default: false
        }
    }
}

/// What the browser says of the library it shows.
public struct LibraryInfo: Equatable, Sendable {
    /// Its path as a person would write it.
    public var name: String
    /// What a command has to be told to find it, such as ` --database /srv/prompts.db`; empty where it would anyway.
    public var option = ""
    /// The same, absolute, where something is to be remembered of it; nil for one that is thrown away.
    public var path: String?
    /// What is remembered of the last time.
    public var remembered: Remembered?
    /// Whether nothing may be written.
    public var isReadOnly: Bool
    /// Whether it is a generated one that is thrown away afterwards.
    public var isDemo: Bool
    /// Whether it has the layout of an earlier version.
    public var isOlder = false
    /// Where its backups go, as a person would write it.
    public var backups = ""

    /// Creates it.
    public init(name: String, isReadOnly: Bool, isDemo: Bool) {
        self.name = name
        self.isReadOnly = isReadOnly
        self.isDemo = isDemo
    }
}
