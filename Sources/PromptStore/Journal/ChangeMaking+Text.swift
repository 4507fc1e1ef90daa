import Foundation
import GRDB

/// New prompts, and new texts of those that are there.
extension ChangeMaking {
    func add(_ prompt: NewPrompt) throws -> Made {
        guard !prompt.content.isEmpty else { throw StoreError.emptyText }
        let id = UUID().uuidString.lowercased()
        let face = try PromptColumns(recording)
        var parent: RowImage?
        if let parentID = prompt.parentID {
            try requirePrompt(parentID)
            parent = try face.image(of: parentID, ["phase", "provider", "model"])
        }
        // A generation that wants a provider and a model, and is told none, is given no lie about them.
        let none: StoredValue = face.isWithoutVectors ? .null : .text("")
        let moment = MomentStyle(sample: try face.newestMoment()).value(of: recording.now)
        var cells = [
            RowCell("id", .text(id)), RowCell("content", .text(prompt.content)),
            RowCell("phase", prompt.phase.map { .text($0) } ?? parent?["phase"] ?? .text("prima-materia")),
            RowCell("provider", prompt.provider.map { .text($0) } ?? parent?["provider"] ?? none),
            RowCell("model", prompt.model.map { .text($0) } ?? parent?["model"] ?? none),
            RowCell("parent_id", .text(prompt.parentID ?? (face.isWithoutVectors ? id : nil))),
            RowCell("created_at", moment), RowCell("updated_at", moment),
        ]
        let tags = TagColumn.cleaned(prompt.tags)
        if !tags.isEmpty, var column = TagColumn(.null, usual: face.tagStyle) {
            column.tags = tags
            cells.append(RowCell("tags", try column.stored()))
        }
        if face.isWithoutVectors {
            cells += [
                RowCell("source_type", .text("manual")), RowCell("relevance_score", .real(1)),
                RowCell("usage_count", .integer(0)), RowCell("generation_count", .integer(0)),
            ]
        }
        cells += try face.hash(of: prompt.content, like: nil)
        try refusingTheSameText(cells, face) {
            try recording.insert("prompts", cells.filter { face.shape.has($0.column) }, of: id)
        }
        return ("new prompt", id)
    }

    /// The text that was there is kept as a version of its own where none that is kept has it.
    func edit(_ id: String, _ text: String, reason: String?) throws -> Made {
        guard !text.isEmpty else { throw StoreError.emptyText }
        try requirePrompt(id)
        let face = try PromptColumns(recording)
        let present = try face.image(of: id, ["content", "content_hash"] + face.moments)
        let new = StoredValue.text(text)
        guard present["content"] != new else { return ("edit", id) }
        let history = try VersionTable(recording, author: author)
        let touched = face.touched(present, at: recording.now)
        if let content = present["content"], try history.newestText(of: id) != content {
            let since = face.moments.compactMap { present[$0] }.first { $0 != .null }
            try history.append(content, reason: "original", isOwn: false, at: since ?? .text(moment), of: id)
        }
        try history.append(new, reason: reason, isOwn: true, at: touched.first?.value ?? .text(moment), of: id)
        let cells = [RowCell("content", new)] + touched + (try face.hash(of: text, like: present["content_hash"]))
        try refusingTheSameText(cells, face) {
            try recording.update("prompts", PromptColumns.key(id), cells, of: id)
        }
        return ("edit", id)
    }

    /// Says which prompt has a text already that no two may have.
    private func refusingTheSameText(_ cells: [RowCell], _ face: PromptColumns, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            guard let hash = cells.first(where: { $0.column == "content_hash" }),
                let other = try face.other(withHash: hash.value)
            else { throw error }
            throw StoreError.sameText(id: other)
        }
    }
}
