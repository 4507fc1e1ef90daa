import GRDB

/// Tags.
extension ChangeMaking {
    func tag(_ ids: [String], add: [String], remove: [String]) throws -> Made {
        let add = TagColumn.cleaned(add)
        let remove = Set(TagColumn.cleaned(remove))
        let ids = try present(ids)
        for id in ids {
            try changeTags(of: id) { tags in
                tags.removeAll { remove.contains($0) }
                tags += add.filter { !tags.contains($0) }
            }
        }
        let words =
            switch (add.count, remove.count) {
            case (1, 0): "tag \(add[0])"
            case (0, 1): "removal of tag \(remove.first ?? "")"
            default: "tags"
            }
        return (title(words, of: max(1, recording.count)), recording.first ?? ids[0])
    }

    func setTags(of id: String, _ wanted: [String]) throws -> Made {
        try requirePrompt(id)
        try changeTags(of: id) { $0 = TagColumn.cleaned(wanted) }
        return ("tags", id)
    }

    private func changeTags(of id: String, _ body: (inout [String]) -> Void) throws {
        let face = try PromptColumns(recording)
        let present = try face.image(of: id, ["tags"] + face.moments)
        guard let stored = present["tags"], var column = TagColumn(stored, usual: face.tagStyle) else {
            throw StoreError.unreadableTags(id: id)
        }
        let before = column.tags
        body(&column.tags)
        if column.tags == before { return }
        let cells = [RowCell("tags", try column.stored())] + face.touched(present, at: recording.now)
        try recording.update("prompts", PromptColumns.key(id), cells, of: id)
    }
}
