import PromptStore

/// Editing tags.
extension Browser {
    mutating func beginTags() -> [Effect] {
        let overlay: TagsOverlay
        if marks.isEmpty {
            guard let subject, detail.promptID == subject else { return [] }
            overlay = TagsOverlay(promptID: subject, heading: title(of: subject), tags: detail.tags)
        } else {
            overlay = TagsOverlay(promptIDs: targets)
        }
        overlays.append(.tags(overlay))
        return [.readTags(beginning: overlay.beginning)]
    }

    mutating func handle(_ key: Key, _ tags: TagsOverlay) -> [Effect] {
        var tags = tags
        let before = tags.field.text
        switch tags.handle(key) {
        case .close: return []
        case .save(let wanted): return change(wanted)
        case .stay:
            overlays.append(.tags(tags))
            return tags.field.text == before ? [] : [.readTags(beginning: tags.beginning)]
        }
    }

    mutating func take(_ result: Result<[TagCount], StoreError>, ofTags beginning: String) {
        guard case .tags(var tags) = overlays.last else { return }
        switch result {
        case .success(let found): tags.offer(found, for: beginning)
        case .failure(.cancelled): return
        case .failure(let error): complain(error.sentence)
        }
        overlays[overlays.count - 1] = .tags(tags)
    }
}
