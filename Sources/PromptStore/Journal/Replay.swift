import GRDB

/// Makes the rows of a journal entry what they were before it, or what they were after it.
struct Replay {
    let database: Database
    /// Seconds since 1970.
    let now: Double

    /// Goes back, or with `isForward` forth again; prompt by prompt, so that it takes no more memory for many of them.
    ///
    /// - Throws: `StoreError.changedSince` where a row no longer is as the entry has left it.
    func run(_ entry: Journal.Entry, isForward: Bool, _ journal: Journal) throws {
        let rows = try journal.rows(of: entry, isForward: isForward)
        var group: [RowChange] = []
        var promptID: String?
        while let row = try rows.next() {
            guard let noted = row["change"] as RowChange? else {
                throw StoreError.changedSince(what: "the \(entry.title)")
            }
            let owner = row["prompt_id"] as String
            if let promptID, promptID != owner {
                try replay(group, of: promptID, entry.title)
                group = []
            }
            promptID = owner
            group.append(isForward ? noted : noted.reversed)
        }
        if let promptID { try replay(group, of: promptID, entry.title) }
    }

    /// The score becomes the one that is noted if it still is the one the change has left; else it is computed.
    private func replay(_ changes: [RowChange], of promptID: String, _ title: String) throws {
        let counted = try PhaseMeans.share(of: promptID, in: database)
        let bringsBack = changes.contains { $0.reversed.isDeletion(of: "prompts") }
        guard counted != nil || bringsBack else { throw StoreError.promptGone(id: promptID) }
        for change in changes where !change.isScore {
            // What somebody has said of a prompt since must not lose its prompt.
            let isInUse =
                try change.isDeletion(of: "prompts") && HangingRows(database).exist(of: promptID, in: database)
            guard try !isInUse && change.make(in: database) else {
                throw StoreError.changedSince(what: "the \(title)")
            }
        }
        let counts = try PhaseMeans.share(of: promptID, in: database)
        try PhaseMeans.move(counted, to: counts, in: database)
        let scores = changes.filter(\.isScore)
        // A file that has been migrated since has the score in one more place than is noted.
        let isWhole = try !LibrarySchema.hasScores(database) || changes.contains { $0.table == "prompts" }
        if try (scores.isEmpty || isWhole) && scores.allSatisfy({ try $0.isPending(in: database) }) {
            for score in scores { _ = try score.make(in: database) }
        } else if counts == nil {
            try database.execute(sql: "DELETE FROM pa_scores WHERE prompt_id = ?", arguments: [promptID])
        } else {
            try Rescoring(database: database, now: now).rescore(promptID)
        }
    }
}

extension RowChange: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { bytes.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> RowChange? {
        guard case .blob(let bytes) = value.storage else { return nil }
        return RowChange(bytes: bytes)
    }
}
