import PromptStore

/// Everything the program knows while it runs: one value, changed by events, drawn to a surface.
///
/// It does nothing itself: what it wants done it returns as effects, and what became of them comes back as events.
public struct Browser: Sendable {
    /// Something over the panes that takes the keys.
    enum Overlay: Sendable {
        case help(HelpOverlay)
        case comment(CommentOverlay)
        case tags(TagsOverlay)
        case add(AddOverlay)
        case reason(ReasonOverlay)
        case confirmation(Confirmation)
        case search(SearchOverlay)
        case sort(SortOverlay)
        case filter(FilterOverlay)
        case history(HistoryOverlay)
        case foreignObjects(ForeignObjectsOverlay)
        case migration
        case maintenance
        case tasks
        case taskForm(TaskForm)
    }

    /// A line for the person at the keyboard.
    struct Message: Equatable, Sendable {
        var text: String
        var isError = false
        /// When it goes away, in seconds since 1970; errors stay until the next key.
        var until: Double?
    }

    /// A rating that is shown already and not on the disk yet.
    struct PendingRating: Equatable, Sendable {
        var rating: StoredNumber
        var changes: Int
        /// How many of them are kept beside the library, which is locked.
        var kept = 0
    }

    /// Seconds after which waiting is shown; anything quicker would only flash.
    static let patience = 0.2

    let preferences: Preferences
    var size: Size
    var layout: Layout?
    var wishes = Layout.Wishes()
    var library: LibraryInfo?
    var welcome: Welcome?
    var overlays: [Overlay] = []

    var list = ListPane()
    var detail = DetailPane()
    var lineage = LineagePane()
    var metrics = MetricsPane()
    var feedback = FeedbackPane()
    var maintenance = MaintenanceScreen()
    var tasksScreen = TasksScreen()
    var tasks = TaskQueue()

    /// All prompts, and those that the search finds; nil while they are being counted.
    var total: Int?
    /// Whether counting them has begun, which waits until everything else is there to see.
    var countsTotal = false
    var found: Int?
    /// The order that was last made ready in the background, after what is there to see.
    var preparedOrder: PromptOrder.Key?
    /// Prompts that have come in above what is in sight.
    var newcomers = 0
    /// The prompt that Detail, Metrics and Feedback are to show, and what they do show.
    var wantedDossier: String?
    var shownDossier: String?
    var dossierError: StoreError?
    var wantedLineage: String?
    var awaitedRelative: AwaitedRelative?
    var dossierSince = 0.0
    var listSince = 0.0
    var pendingRatings: [String: PendingRating] = [:]
    var changesUnderway = 0
    var changesSince = 0.0
    var quitsWhenSaved = false
    var keptChanges = KeptChanges()
    var drafts: [String: String] = [:]
    var addDraft: AddOverlay?
    /// Where the texts are that come from an editor and are not on the disk yet, by prompt.
    var editedFiles: [String: String] = [:]
    var marks = Marks()
    var message: Message?
    var isWatching = true
    /// Whether the mouse has hold of the border beside the list.
    var isDraggingSplit = false
    /// What was written down last of what is to be remembered, and when to do so again, in seconds since 1970.
    var kept: Remembered?
    var keepsAt: Double?
    /// When to read again what another program's lock has kept from us, in seconds since 1970.
    var retriesAt: Double?
    /// Seconds since 1970, of the last event.
    var now = 0.0

    /// Begins with a library that is open.
    public init(size: Size, library: LibraryInfo, preferences: Preferences = Preferences()) {
        self.size = size
        self.library = library
        self.preferences = preferences
        list.order = preferences.order
        list.shownOrder = preferences.order
        list.columns = preferences.columns
        if let remembered = library.remembered { take(remembered) }
    }

    /// Begins where there is no library yet.
    ///
    /// - Parameters:
    ///   - path: where one was looked for, and would be created.
    ///   - reason: what was found instead, in one sentence.
    public init(size: Size, welcomeTo path: String, reason: String, preferences: Preferences = Preferences()) {
        self.size = size
        self.preferences = preferences
        welcome = Welcome(path: path, reason: reason)
    }

    var keymap: Keymap { preferences.keymap }

    /// What is wanted first.
    public mutating func start(at now: Double) -> [Effect] {
        self.now = now
        if let complaint = preferences.complaint { complain(complaint) }
        guard welcome == nil else { return arrange() }
        let arranged = arrange()
        return arranged + startList() + offerMigration()
    }

    /// When an event `.tick` is wanted if nothing else happens, in seconds since 1970.
    public var nextDeadline: Double? {
        var deadlines: [Double] = []
        if let until = message?.until { deadlines.append(until) }
        if let keepsAt { deadlines.append(keepsAt) }
        if let retriesAt { deadlines.append(retriesAt) }
        if let triesAt = keptChanges.triesAt { deadlines.append(triesAt) }
        if wantedDossier != shownDossier, dossierError == nil { deadlines.append(dossierSince + Self.patience) }
        if list.reading != nil { deadlines.append(listSince + Self.patience) }
        if let menu = countingFilter { deadlines.append(menu.since + Self.patience) }
        if let history = openedHistory, !history.isRead { deadlines.append(history.since + Self.patience) }
        if changesUnderway > 0 { deadlines.append(changesSince + Self.patience) }
        if tasks.foremost != nil { deadlines.append(MovingSign.turn(after: now)) }
        return deadlines.filter { $0 > now }.min()
    }

    /// Takes in what has happened.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Returns: what is wanted done, in this order.
    public mutating func handle(_ event: Event, at now: Double) -> [Effect] {
        self.now = now
        if let until = message?.until, until <= now { message = nil }
        var effects: [Effect]
        switch event {
        case .key(let key):
            if message?.isError == true { message = nil }
            effects = handle(key)
        case .mouse(let mouse): effects = handle(mouse)
        case .paste(let text): effects = paste(text)
        case .resize(let size):
            self.size = size
            effects = arrange()
        case .answer(let answer): effects = handle(answer)
        case .edited(let edited): effects = take(edited)
        case .tick:
            effects = retry() + retryKept()
            if quitsWhenSaved, isSavingSlowly {
                quitsWhenSaved = false
                askToQuit()
            }
        }
        effects += follow() + keepRemembering()
        for case .readPage in effects { listSince = now }
        return effects
    }

    private mutating func retry() -> [Effect] {
        guard let due = retriesAt, due <= now else { return [] }
        retriesAt = nil
        return refresh()
    }

    /// The prompt that ratings and comments are about: the one in Detail.
    var subject: String? {
        if wishes.focus == .lineage, let id = lineage.promptUnderCursor, lineage.promptID == list.selectedRow?.id {
            return id
        }
        return list.selectedRow?.id
    }

    var isSavingSlowly: Bool { changesUnderway > 0 && now >= changesSince + Self.patience }

    /// Has the panes follow the selection.
    private mutating func follow() -> [Effect] {
        var effects: [Effect] = []
        if subject != wantedDossier { effects += wantDossier() }
        let selected = list.selectedRow?.id
        if selected != wantedLineage {
            wantedLineage = selected
            if let selected { effects.append(.readLineage(id: selected, extent: 1)) } else { lineage.clear() }
        }
        if list.isAtStart { newcomers = 0 }
        if !countsTotal, list.isCurrent, shownDossier == wantedDossier {
            countsTotal = true
            effects += [.countTotal, .examine]
        }
        if list.isCurrent, shownDossier == wantedDossier, preparedOrder != list.shownOrder.key {
            preparedOrder = list.shownOrder.key
            effects.append(.prepare(.order(list.shownOrder.key)))
        }
        return effects
    }

    /// Reads the prompt that the panes are to show, also when they show an older state of it.
    mutating func wantDossier() -> [Effect] {
        wantedDossier = subject
        dossierError = nil
        dossierSince = now
        guard let subject else {
            shownDossier = nil
            detail.clear()
            metrics.clear()
            feedback.clear()
            return []
        }
        return [.readDossier(id: subject)]
    }

    /// Lays the panes out and tells them their sizes.
    mutating func arrange() -> [Effect] {
        layout = Layout(size, wishes)
        let body = body
        openedHistory?.resize(body)
        guard let layout else { return [] }
        var effects: [Effect] = []
        for slot in layout.slots {
            let inside = Size(width: slot.content.width, height: slot.content.height)
            switch slot.shown {
            case .prompts: effects += list.resize(height: inside.height)
            case .detail: detail.resize(inside)
            case .lineage: lineage.resize(height: inside.height)
            case .metrics: metrics.resize(height: inside.height)
            case .feedback: feedback.resize(inside)
            }
        }
        return effects
    }

    mutating func say(_ text: String) { message = Message(text: text, until: now + 5) }

    mutating func complain(_ text: String) { message = Message(text: text, isError: true) }
}
