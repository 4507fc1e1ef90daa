import Dispatch
import PromptStore
import Synchronization

/// Does what the browser wants done, on other threads, and posts what has become of it.
///
/// Each kind of reading has a lane of its own, so that a slow search never holds up a prompt's detail; changes are
/// made in the order they were asked for, and none is ever given up.
public final class EffectRunner: Sendable {
    /// Opens what a person has chosen; from the outside, for the browser knows no directories.
    public typealias Opener = @Sendable (OpenRequest) throws(StoreError) -> (PromptStore, LibraryInfo)

    /// Keeps what is to be remembered of the library of a path; fails in silence, for it is no more than a comfort.
    public typealias Keeper = @Sendable (String, Remembered) -> Void

    private let store: Mutex<PromptStore?>
    private let mailbox: Mailbox
    private let opener: Opener
    private let keeper: Keeper
    private let work = Workload()
    private let pages: Lane
    private let counts: Lane
    private let facets: Lane
    private let dossiers: Lane
    private let lineages: Lane
    private let histories: Lane
    private let lineagePreparations: Lane
    private let orderPreparations: Lane
    private let collections: Lane
    private let tags: Lane
    private let texts: Lane
    private let inquiries: Lane
    private let overviews: Lane
    private let tasks: TaskRunner
    private let changes = DispatchQueue(label: "changes", qos: .userInitiated)
    private let memory = DispatchQueue(label: "memory")
    private let totals = DispatchQueue(label: "totals")
    private let watcher: Watcher

    /// - Parameters:
    ///   - store: the library, where one is open already.
    ///   - watchSeconds: how often to look for changes of other processes; nil never looks.
    public init(
        store: PromptStore?,
        mailbox: Mailbox,
        watchSeconds: Double?,
        opener: @escaping Opener,
        keeper: @escaping Keeper
    ) {
        self.store = Mutex(store)
        self.mailbox = mailbox
        self.opener = opener
        self.keeper = keeper
        pages = Lane("pages", work)
        counts = Lane("counts", work)
        facets = Lane("facets", work)
        dossiers = Lane("dossiers", work)
        lineages = Lane("lineages", work)
        histories = Lane("histories", work)
        lineagePreparations = Lane("lineage preparations", work)
        orderPreparations = Lane("order preparations", work)
        collections = Lane("ids", work)
        tags = Lane("tags", work)
        texts = Lane("texts", work)
        inquiries = Lane("inquiries", work)
        overviews = Lane("overviews", work)
        tasks = TaskRunner(mailbox: mailbox, work: work)
        watcher = Watcher(mailbox: mailbox, seconds: watchSeconds)
        if let store { watcher.watch(store) }
    }

    /// Whether nothing is being done, so that nothing more will be posted but changes of other processes.
    public var isIdle: Bool { work.isIdle }

    /// Ends what maintenance is still running, and waits until every change that was asked for is on the disk or
    /// refused, and what is remembered is kept.
    public func finish() {
        tasks.finish()
        changes.sync {}
        memory.sync {}
    }

    /// Starts one effect. Those that concern the terminal are the terminal's.
    public func run(_ effect: Effect) {
        if case .open(let request) = effect { return open(request) }
        if case .remember(let path, let state) = effect { return memory.async { [keeper] in keeper(path, state) } }
        guard let store = store.withLock({ $0 }) else { return }
        let mailbox = mailbox
        switch effect {
        case .readPage(let request, let page):
            pages.submit { cancellation in
                let result = Result { () throws(StoreError) in
                    try store.page(page, cancellation: cancellation) { rows in
                        mailbox.post(.answer(.partialPage(request: request, rows: rows)))
                    }
                }
                mailbox.post(.answer(.page(request: request, result)))
            }
        case .cancelPage:
            pages.cancel()
            counts.cancel()
        case .countTotal:
            enqueue(on: totals) {
                .total(Result { () throws(StoreError) in try store.count(query: .all, cancellation: Cancellation()) })
            }
        case .countFound(let query):
            counts.submit { cancellation in
                let result = Result { () throws(StoreError) in
                    try store.count(query: query, cancellation: cancellation)
                }
                mailbox.post(.answer(.found(query, result)))
            }
        case .countFacets(let query):
            facets.submit { cancellation in
                do throws(StoreError) {
                    _ = try store.facets(of: query, cancellation: cancellation) { facet in
                        mailbox.post(.answer(.facet(query, facet)))
                    }
                } catch {
                    mailbox.post(.answer(.facetsFailed(error)))
                }
            }
        case .cancelFacets: facets.cancel()
        case .readDossier(let id):
            dossiers.submit { _ in
                let result = Result { () throws(StoreError) in try store.dossier(of: id) }
                mailbox.post(.answer(.dossier(promptID: id, result)))
            }
        case .readLineage(let id, let extent):
            lineages.submit { cancellation in
                let result = Result { () throws(StoreError) in
                    try store.lineage(of: id, extent: extent, cancellation: cancellation)
                }
                mailbox.post(.answer(.lineage(promptID: id, extent: extent, result)))
            }
        case .prepare(let preparation):
            let lane = preparation == .lineage ? lineagePreparations : orderPreparations
            lane.submit { cancellation in
                let result = Result { () throws(StoreError) in
                    try store.prepare(preparation, cancellation: cancellation)
                }
                mailbox.post(.answer(.prepared(preparation, result)))
            }
        case .readHistory(let id):
            histories.submit { cancellation in
                let result = Result { () throws(StoreError) in
                    try store.history(of: id, cancellation: cancellation)
                }
                mailbox.post(.answer(.history(promptID: id, result)))
            }
        case .collectIDs(let request, let query):
            collections.submit { cancellation in
                let result = Result { () throws(StoreError) in
                    try store.ids(query: query, cancellation: cancellation) { ids in
                        mailbox.post(.answer(.ids(request: request, .success(ids), isLast: false)))
                    }
                    return [String]()
                }
                mailbox.post(.answer(.ids(request: request, result, isLast: true)))
            }
        case .cancelCollecting: collections.cancel()
        case .readTags(let beginning):
            tags.submit { cancellation in
                let result = Result { () throws(StoreError) in
                    try store.tags(
                        beginningWith: beginning,
                        limit: TagsOverlay.mostSuggestions,
                        cancellation: cancellation
                    )
                }
                mailbox.post(.answer(.tags(beginning: beginning, result)))
            }
        case .readText(let id):
            inquiries.submit { _ in
                let result = Result { () throws(StoreError) in try store.editableText(of: id) }
                mailbox.post(.answer(.text(promptID: id, result)))
            }
        case .weighDeletion(let ids):
            inquiries.submit { cancellation in
                let result = Result { () throws(StoreError) in
                    try store.extent(ofDeleting: ids, cancellation: cancellation)
                }
                mailbox.post(.answer(.deletion(ids: ids, result)))
            }
        case .readBytes(let id):
            texts.submit { _ in
                let result = Result { () throws(StoreError) in Array(try store.text(of: id)) }
                mailbox.post(.answer(.bytes(promptID: id, result)))
            }
        case .change(let change):
            enqueue(on: changes) {
                do throws(StoreError) {
                    switch try store.submit(change) {
                    case .saved(let outcome): return .change(change, .success(outcome))
                    case .kept(let holder): return .kept(change, holder)
                    }
                } catch {
                    return .change(change, .failure(error))
                }
            }
        case .settle: enqueue(on: changes) { .settled(Result { () throws(StoreError) in try store.settle() }) }
        case .examine:
            enqueue(on: totals) {
                // What it could not look at now is looked at before the first change.
                .examined((try? store.examination()) ?? Examination())
            }
        case .readMaintenance:
            overviews.submit { _ in mailbox.post(.answer(.maintenance(store.maintenance.overview()))) }
        case .startTask(let id, let task): tasks.start(id, task, of: store)
        case .cancelTask(let id): tasks.cancel(id)
        case .allow(let objects): changes.async { store.allow(objects) }
        case .open, .remember, .copy, .edit, .discardFile, .suspend, .redraw, .quit: break
        }
    }

    private func enqueue(on queue: DispatchQueue, _ job: @escaping @Sendable () -> Answer) {
        work.begin()
        queue.async { [mailbox, work] in
            mailbox.post(.answer(job()))
            work.end()
        }
    }

    private func open(_ request: OpenRequest) {
        enqueue(on: changes) { [self] in
            do throws(StoreError) {
                let (store, info) = try opener(request)
                self.store.withLock { $0 = store }
                watcher.watch(store)
                return .opened(.success(info))
            } catch {
                return .opened(.failure(error))
            }
        }
    }
}
