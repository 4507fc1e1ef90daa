import GRDB

/// Uses of a prompt.
extension ChangeMaking {
    /// Counts one use, where the file counts any; a count that is no whole number is left as it is.
    func use(_ id: String) throws -> Made {
        try requirePrompt(id)
        let face = try PromptColumns(recording)
        let present = try face.image(of: id, ["usage_count", "last_used_at"] + face.moments)
        let count: Int64? =
            switch present["usage_count"] {
            case .integer(let count): count
            case .null: 0
            default: nil
            }
        guard let count, count >= 0, count < .max else { return ("use", id) }
        var cells = [RowCell("usage_count", .integer(count + 1))]
        if face.shape.has("last_used_at") {
            let samples = (["last_used_at"] + face.moments).compactMap { present[$0] }
            let sample = samples.first { $0 != .null } ?? .null
            cells.append(RowCell("last_used_at", MomentStyle(sample: sample).value(of: recording.now)))
        }
        try recording.update("prompts", PromptColumns.key(id), cells, of: id)
        return ("use", id)
    }
}
