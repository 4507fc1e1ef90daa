/// How a library file is, at a glance, and what would do it good.
public struct LibraryHealth: Equatable, Sendable {
    /// A task that is worth running now.
    public struct Advice: Equatable, Sendable {
        /// Which.
        public let kind: MaintenanceTask.Kind
        /// Why, in a few words.
        public let reason: String
    }

    /// Bytes of all pages of the database.
    public let bytes: Int
    /// Pages that nothing uses.
    public let freePages: Int
    /// Bytes of the log beside the file.
    public let logBytes: Int
    /// The newest backup of this library.
    public let lastBackup: Backup?
    /// The most urgent first.
    public let advice: [Advice]

    /// Days after which a backup is old, and after which a check is.
    private static let backupDays = 7
    private static let checkDays = 30
    /// The least share of unused pages, and the least bytes of them, that are worth a rebuild.
    private static let wastedShare = 0.2
    private static let wastedBytes = 4_000_000
    /// Bytes of a log that has grown beyond what SQLite keeps it to.
    private static let longLog = 64_000_000

    /// - Parameters:
    ///   - backups: the newest first.
    ///   - now: seconds since 1970.
    init(_ room: FileRoom, lastRuns: [MaintenanceTask.Kind: LastRun], backups: [Backup], now: Double) {
        bytes = room.bytes
        freePages = room.freePages
        logBytes = room.logBytes
        lastBackup = backups.first(where: \.isOfThisLibrary)
        var advice: [Advice] = []
        func days(since moment: Timestamp) -> Int { moment.seconds.map { Int((now - $0) / 86_400) } ?? 0 }
        if let lastBackup {
            let age = days(since: lastBackup.madeAt)
            if age >= Self.backupDays {
                advice.append(Advice(kind: .backup, reason: "the last one is \(age) days old"))
            }
        } else {
            advice.append(Advice(kind: .backup, reason: "there is no backup of this library yet"))
        }
        if let check = lastRuns[.integrityCheck], days(since: check.endedAt) >= Self.checkDays {
            let reason = "the last one was \(days(since: check.endedAt)) days ago"
            advice.append(Advice(kind: .integrityCheck, reason: reason))
        }
        let wasted = room.freePages * room.pageBytes
        if wasted >= Self.wastedBytes, Double(room.freePages) >= Self.wastedShare * Double(room.pages) {
            advice.append(
                Advice(kind: .compact, reason: "\(room.freePages * 100 / room.pages) % of the file is unused")
            )
        } else if room.logBytes >= Self.longLog {
            advice.append(Advice(kind: .compact, reason: "the log beside the file has grown long"))
        }
        self.advice = advice
    }
}
