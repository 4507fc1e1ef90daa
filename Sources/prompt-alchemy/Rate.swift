import ArgumentParser
import Foundation
import PromptStore

struct Rate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rate a prompt.",
        discussion: "Every run counts as a rating of its own. The browser can undo it."
    )

    @Argument(help: "The prompt's id, or as much of its beginning as no other id has.")
    var id: String

    @Argument(help: "From 1 to 5.")
    var rating: Int

    @Option(help: ArgumentHelp("What there is to say about it.", valueName: "text"))
    var comment: String?

    @OptionGroup var library: WritingOptions

    func validate() throws {
        guard (1...5).contains(rating) else { throw ValidationError("A rating is a number from 1 to 5.") }
    }

    func run() throws {
        // Rating and comment are two changes: what is wrong with the second must be known before the first is made.
        if let comment { try Self.check(comment) }
        let store = try library.writing()
        let id = try store.promptID(beginningWith: id)
        switch try store.submit(.rate(promptID: id, rating: rating)) {
        case .saved(let outcome):
            let stars = Output.stars(rating)
            try Output.write(lines: ["Rated \(id) \(stars), saved; its score is now \(Output.score(outcome.score))."])
            guard let comment else { return }
            try add(comment, to: id, in: store, after: "The rating is saved, and the comment is not: ")
            try Output.write(lines: ["The comment is saved too."])
        case .kept(let holder):
            if let comment {
                try add(
                    comment,
                    to: id,
                    in: store,
                    after: "The rating is kept in \(store.pendingPath), and the comment is not: "
                )
            }
            throw Failure.kept(by: store, holder)
        }
    }

    private func add(_ comment: String, to id: String, in store: PromptStore, after introduction: String) throws {
        let submission: Submission
        do throws(StoreError) {
            submission = try store.submit(.comment(promptID: id, text: comment))
        } catch {
            throw Failure(error, after: introduction)
        }
        if case .kept(let holder) = submission { throw Failure.kept(by: store, holder) }
    }

    private static func check(_ comment: String) throws {
        guard !comment.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else { throw StoreError.emptyComment }
        guard comment.utf8.count <= PromptStore.longestComment else {
            throw Failure.refused(
                "A comment has at most \(PromptStore.longestComment) bytes, and this one has \(comment.utf8.count); nothing was saved, shorten it."
            )
        }
    }
}
