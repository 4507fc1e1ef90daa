extension StoreError {
    /// One sentence: what happened, to what, what to do now.
    public var sentence: String {
        switch self {
        case .missing(let path):
            "There is no library at \(path); start prompt-alchemy in a terminal to create one, or name another file with --database."
        case .empty(let path):
            "\(path) is empty; start prompt-alchemy in a terminal to make it a new library, or name another file with --database."
        case .directory(let path):
            "\(path) is a directory, not a library; name the file in it with --database, or give the directory as --data-dir."
        case .notRegular(let path):
            "\(path) is not a regular file, so it cannot be a library; name another file with --database."
        case .noPermission(let path):
            "You have no permission for \(path); ask its owner, or change its mode with chmod u+rwX."
        case .sqlText(let path):
            "\(path) is SQL text, not a database; bring it into a library with: prompt-alchemy import --file \(path) --database NEW.db"
        case .jsonText(let path):
            "\(path) is JSON text, not a database; bring it into a library with: prompt-alchemy import --file \(path) --database NEW.db"
        case .notSQLite(let path):
            "\(path) is not a SQLite database, or it is an encrypted one; name another file with --database."
        case .truncated(let path, let expected, let actual):
            "\(path) is cut off: it has \(actual) of \(expected) bytes; put back a whole copy, and keep this one until that worked."
        case .corrupt(let path):
            "\(path) is damaged; copy it aside, then restore a backup or salvage what is left with: sqlite3 \(path) .recover"
        case .otherApplication(let path, let tables):
            "\(path) belongs to another application (its tables: \(tables.prefix(4).joined(separator: ", "))); name a library of prompts with --database."
        case .newer(let path, let step):
            "\(path) was changed by a newer prompt-alchemy (step \(step)); update this program, or look at it with --read-only."
        case .locked(let path, nil):
            "\(path) is locked by a program that the system does not show; nothing was changed, try again when that program is done."
        case .locked(let path, .some(let holder)):
            "\(path) is locked by \(holder.name)\(Self.since(holder)); nothing was changed, \(holder.isThisProcess ? "wait until it is done" : "finish what it is doing or end it"), then try again."
        case .foreignObjects(let path, let objects):
            "\(path) has what prompt-alchemy did not make: \(Self.named(objects.map(\.title))); nothing was changed, look at it with sqlite3, then repeat this with --allow-triggers."
        case .diskFull(let path):
            "There is no room left on the disk of \(path); nothing was changed, free some space and try again."
        case .readOnly(let path):
            "\(path) is open for reading only; nothing was changed, restart without --read-only or make file and directory writable."
        case .inputOutput(let path, let detail):
            "The system could not read or write \(path) (\(detail)); nothing was changed, check the disk and try again."
        case .alreadyExists(let path):
            "\(path) is there already and was left alone; open it, or name another file with --database."
        case .fileExists(let path):
            "\(path) is there already and was left alone; name another file."
        case .noRoom(let path, let needed, let free):
            "There is not enough room on the disk of \(path): \(Self.megabytes(needed)) are needed and \(Self.megabytes(free)) are free; nothing was changed, free some space and try again."
        case .promptGone(let id):
            "Prompt \(id) is no longer in the library; another program has deleted it, nothing was changed."
        case .unknownPrompt(let beginning):
            "No prompt has an id that begins with “\(beginning)”; look for it with: prompt-alchemy search TEXT"
        case .ambiguousPrompt(let beginning, let candidates):
            "More than one id begins with “\(beginning)”: \(Self.named(candidates)); give more of the one you mean."
        case .nothingToWithdraw: "This run has not rated this prompt, so there is nothing to withdraw."
        case .nothingToUndo: "There is nothing to undo."
        case .nothingToRedo: "There is nothing to redo."
        case .changedSince(let what): "Not reverted: \(what) has been changed since by something else."
        case .emptyComment: "A comment needs words; nothing was saved."
        case .notOwnFeedback:
            "Only what this run said can be edited or withdrawn, and only while it is there; nothing was changed."
        case .emptyText: "A prompt needs a text; nothing was saved."
        case .unreadableText(let id):
            "The text of prompt \(id) is not UTF-8, and an editor would spoil it; nothing was changed."
        case .unreadableTags(let id):
            "The tags of prompt \(id) are neither a list with commas nor JSON; nothing was changed, mend them with another program first."
        case .unusableTag(let tag):
            "“\(tag)” cannot be a tag, for in this library commas separate tags; nothing was changed, leave the comma out."
        case .sameText(let id):
            "Prompt \(id) has the same text already, and this library takes each text once; nothing was changed."
        case .transfer(let error): error.sentence
        case .cancelled: "Given up, because something newer was asked for."
        case .notAsBefore(let path, let check, let found):
            "The migration of \(path) was taken back, for its check “\(check)” failed (\(found)); nothing was changed, keep using the file as it is."
        case .database(let path, let detail):
            "SQLite could not do that in \(path) (\(detail)); nothing was changed."
        }
    }

    /// What happened, without what to do now.
    var fact: String { String(sentence.prefix { $0 != ";" }) }

    /// Rounded up, so that what is said to be needed suffices.
    private static func megabytes(_ bytes: Int) -> String { "\((bytes + 999_999) / 1_000_000) MB" }

    private static func since(_ holder: LockHolder) -> String {
        holder.seconds < 1 ? "" : ", seen for \(holder.seconds) s"
    }

    private static func named(_ candidates: [String]) -> String {
        let names = candidates.prefix(PromptStore.mostCandidates).joined(separator: ", ")
        return candidates.count > PromptStore.mostCandidates ? names + ", …" : names
    }
}
