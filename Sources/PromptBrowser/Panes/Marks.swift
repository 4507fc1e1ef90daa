/// The prompts that are marked: by their ids, so that marks survive sorting, searching and reading the list again.
struct Marks: Equatable, Sendable {
    private(set) var ids: Set<String> = []
    /// Where a range was begun that has no end yet.
    var rangeStart: String?
    /// The number of the collecting of all that match, while it goes on.
    private(set) var collecting: Int?
    private var lastCollecting = 0

    var isEmpty: Bool { ids.isEmpty && rangeStart == nil }

    mutating func toggle(_ id: String) {
        if ids.remove(id) == nil { ids.insert(id) }
    }

    mutating func add(_ further: some Sequence<String>) { ids.formUnion(further) }

    mutating func remove(_ gone: some Sequence<String>) { ids.subtract(gone) }

    mutating func clear() {
        ids = []
        rangeStart = nil
        collecting = nil
    }

    /// Begins to collect ids, and gives the collecting a number of its own.
    mutating func beginCollecting() -> Int {
        lastCollecting += 1
        collecting = lastCollecting
        return lastCollecting
    }

    mutating func endCollecting() { collecting = nil }
}
