import PromptStore

/// What is in the library that this program did not make.
extension Browser {
    /// Names it once, before anything is to be changed.
    mutating func take(_ examination: Examination) -> [Effect] {
        if message == nil, let concern = examination.concerns.first(where: \.isUrgent) { say(concern.sentence) }
        name(examination.foreignObjects)
        return examination.hasPendingChanges ? takePending() : []
    }

    private mutating func name(_ objects: [ForeignObject]) {
        guard let first = objects.first else { return }
        let others = objects.count > 1 ? " and \(objects.count - 1) more of that kind" : ""
        let outlook = library?.isReadOnly == true ? "" : "; before your first change you will be asked"
        complain("This library has a \(first.title)\(others) of unknown origin. Reading is safe\(outlook).")
    }

    /// Asks whether to make a change all the same, together with those that are asked about already.
    mutating func ask(about objects: [ForeignObject], before change: Change?) {
        let wanted = change.map { [$0] } ?? []
        let asking = overlays.firstIndex { overlay in if case .foreignObjects = overlay { true } else { false } }
        if let asking, case .foreignObjects(let question) = overlays[asking] {
            let changes = question.changes + wanted
            overlays[asking] = .foreignObjects(ForeignObjectsOverlay(objects: objects, changes: changes))
        } else {
            overlays.append(.foreignObjects(ForeignObjectsOverlay(objects: objects, changes: wanted)))
        }
    }

    mutating func handle(_ key: Key, _ question: ForeignObjectsOverlay) -> [Effect] {
        guard let goesAhead = question.answer(key) else {
            overlays.append(.foreignObjects(question))
            return []
        }
        guard goesAhead else {
            let files = question.changes.compactMap { change -> String? in
                guard case .edit(let id, _, _) = change else { return nil }
                return editedFiles.removeValue(forKey: id)
            }
            let left = files.isEmpty ? "" : " The new text is in \(files.joined(separator: ", "))."
            say("Nothing was changed. At your next change you will be asked again." + left)
            return []
        }
        let settling: [Effect] = keptChanges.count > 0 ? [.settle] : []
        return [.allow(question.objects)] + settling + question.changes.flatMap { change($0) }
    }
}
