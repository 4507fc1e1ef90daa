import Foundation
import GRDB

/// Ratings and comments.
extension ChangeMaking {
    func rate(_ ids: [String], _ rating: Int) throws -> Made {
        let ids = try present(ids)
        for id in ids {
            try recording.rescoring(id) {
                let cells = [
                    RowCell("rating", .number(rating)), RowCell("feedback_type", .text("rating")),
                    RowCell("created_at", .text(moment)),
                ]
                if let own = try FeedbackRow.ownRating(of: id, session: sessionID, in: database) {
                    try recording.update("user_feedback", FeedbackRow.key(own.id), cells, of: id)
                } else {
                    try insertFeedback(cells, of: id)
                }
            }
        }
        return (title("rating \(rating)", of: ids.count), ids[0])
    }

    func withdraw(_ ids: [String]) throws -> Made {
        var withdrawn: [(id: String, rating: StoredNumber)] = []
        for id in try present(ids) {
            guard let own = try FeedbackRow.ownRating(of: id, session: sessionID, in: database) else { continue }
            try recording.rescoring(id) { try recording.delete("user_feedback", where: "id = ?", own.id, of: id) }
            withdrawn.append((id, own.rating))
        }
        guard let first = withdrawn.first else { throw StoreError.nothingToWithdraw }
        if withdrawn.count > 1 { return ("withdrawal of the ratings of \(withdrawn.count) prompts", first.id) }
        return ("withdrawal of rating \(Int(first.rating.number ?? 0))", first.id)
    }

    func comment(_ id: String, _ text: String) throws -> Made {
        try requirePrompt(id)
        let cells = [
            RowCell("feedback_type", .text("comment")), RowCell("feedback_text", try words(text)),
            RowCell("created_at", .text(moment)),
        ]
        try insertFeedback(cells, of: id)
        return ("comment", id)
    }

    func editComment(_ row: Int64, _ id: String, _ text: String) throws -> Made {
        _ = try ownRow(row, of: id)
        let cells = [RowCell("feedback_text", try words(text)), RowCell("created_at", .text(moment))]
        try recording.update("user_feedback", FeedbackRow.key(row), cells, of: id)
        return ("edit of the comment", id)
    }

    func withdrawFeedback(_ row: Int64, _ id: String) throws -> Made {
        let image = try ownRow(row, of: id)
        guard let rating = image["rating"], rating != .null else {
            try recording.delete("user_feedback", where: "id = ?", row, of: id)
            return ("withdrawal of the comment", id)
        }
        try recording.rescoring(id) { try recording.delete("user_feedback", where: "id = ?", row, of: id) }
        return ("withdrawal of the rating", id)
    }

    private func ownRow(_ row: Int64, of id: String) throws -> RowImage {
        let columns = ["prompt_id", "session_id", "rating"]
        let image = try RowImage.read("user_feedback", FeedbackRow.key(row), columns: columns, in: database)
        guard let image, image["prompt_id"] == .text(id), image["session_id"] == .text(sessionID) else {
            throw StoreError.notOwnFeedback
        }
        return image
    }

    private func words(_ text: String) throws -> StoredValue {
        let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !words.isEmpty else { throw StoreError.emptyComment }
        return .text(words)
    }

    private func insertFeedback(_ cells: [RowCell], of id: String) throws {
        let identity = [
            RowCell("id", .integer(try FeedbackRow.nextID(in: database))), RowCell("prompt_id", .text(id)),
            RowCell("session_id", .text(sessionID)),
        ]
        try recording.insert("user_feedback", identity + cells, of: id)
    }
}
