import ArgumentParser
import PromptBrowser
import PromptStore

/// Why a command ends without having done its work: a sentence and an exit status.
struct Failure: Error, CustomStringConvertible {
    let description: String
    let status: ExitCode
    /// What is shown below the sentence, line by line.
    let illustration: [String]

    /// The work was refused.
    static func refused(_ sentence: String) -> Failure { Failure(description: sentence, status: ExitCode(1)) }

    /// The output has no place to go.
    static func unwritable(_ sentence: String) -> Failure { Failure(description: sentence, status: ExitCode(73)) }

    /// A signal has ended the work.
    static func interrupted(_ sentence: String, signal: Int32) -> Failure {
        Failure(description: sentence, status: ExitCode(128 + signal))
    }

    /// The command was called in a way it cannot work.
    static func usage(_ sentence: String) -> Failure { Failure(description: sentence, status: ExitCode(64)) }

    /// What was to be read is something else.
    static func badData(_ sentence: String) -> Failure { Failure(description: sentence, status: ExitCode(65)) }

    /// The work is to be done later by itself, for the library is locked.
    static func kept(by store: PromptStore, _ holder: LockHolder?) -> Failure {
        let who = holder?.name ?? "a program that the system does not show"
        return Failure(
            description:
                "\(store.path) is locked by \(who); this is kept in \(store.pendingPath) and is made when prompt-alchemy next opens the library to change it, so do not repeat it.",
            status: ExitCode(75)
        )
    }

    private init(description: String, status: ExitCode, illustration: [String] = []) {
        self.description = description
        self.status = status
        self.illustration = illustration
    }

    /// A query is wrong somewhere, which is marked below it.
    init(_ error: QueryError, in query: String) {
        let before = VisibleText.width(of: String(query.prefix(error.range.lowerBound)))
        let wrong = VisibleText.width(of: String(query.dropFirst(error.range.lowerBound).prefix(error.range.count)))
        self.init(
            description: error.sentence,
            status: ExitCode(64),
            illustration: [query, String(repeating: " ", count: before) + String(repeating: "^", count: max(1, wrong))]
        )
    }

    /// - Parameter introduction: what the sentence alone would not tell.
    init(_ error: StoreError, after introduction: String = "") {
        self.init(description: introduction + error.sentence, status: ExitCode(Self.status(error)))
    }

    /// The numbers of sysexits.h.
    private static func status(_ error: StoreError) -> Int32 {
        switch error {
        case .ambiguousPrompt: 64
        case .missing, .directory, .notRegular, .unknownPrompt: 66
        case .empty, .sqlText, .jsonText, .notSQLite, .truncated, .corrupt, .otherApplication, .newer:
            65
        case .diskFull, .readOnly, .inputOutput, .alreadyExists, .fileExists, .noRoom: 73
        case .locked: 75
        case .noPermission: 77
        case .transfer(let error): status(error)
        case .promptGone, .nothingToWithdraw, .nothingToUndo, .nothingToRedo, .changedSince, .emptyComment,
            .notOwnFeedback, .emptyText, .unreadableText, .unreadableTags, .unusableTag, .sameText, .cancelled,
            .database, .foreignObjects, .notAsBefore:
            1
        }
    }

    private static func status(_ error: TransferError) -> Int32 {
        switch error {
        case .missing, .notAFile: 66
        case .isDatabase, .unreadable, .refused, .cutOff, .noLibrary, .otherGeneration: 65
        case .outputBusy: 73
        case .conflicts: 1
        }
    }
}
