import PromptStore

extension Browser {
    /// Takes in what has become of an effect; what nobody waits for any more is dropped.
    mutating func handle(_ answer: Answer) -> [Effect] {
        if answer.isReadingLockedOut { retriesAt = now + 1 }
        switch answer {
        case .partialPage(let request, let rows):
            list.take(partial: rows, request: request)
            return []
        case .page(let request, .success(let page)): return list.take(page, request: request)
        case .page(let request, .failure(let error)): return takeFailure(of: request, error)
        case .total(.success(let count)):
            if let total, count > total, list.growsAtStart, !list.isAtStart || !list.rows.isEmpty {
                newcomers += count - total
            }
            total = count
            return []
        case .found(let query, .success(let count)):
            if query == list.query { found = count }
            return []
        case .facet(let query, let facet):
            take(facet, of: query)
            return []
        case .total(.failure(let error)), .found(_, .failure(let error)), .facetsFailed(let error):
            if error != .cancelled { complain(error.sentence) }
            return []
        case .dossier(let id, let result):
            take(result, of: id)
            return []
        case .lineage(let id, let extent, let result):
            guard id == wantedLineage else { return [] }
            switch result {
            case .success(let family):
                lineage.show(family, of: id, extent: extent)
                if family.isWithoutChildren { return takeAwaitedStep() + [.prepare(.lineage)] }
            case .failure(.cancelled): break
            case .failure(.locked) where id == lineage.promptID: break  // What was read before is as good as ever.
            case .failure(let error): lineage.fail(error, of: id)
            }
            return takeAwaitedStep()
        case .prepared(.lineage, let result):
            guard result == .success(true), let wantedLineage else { return [] }
            return [.readLineage(id: wantedLineage, extent: lineage.extent)]
        case .prepared(.order(let key), let result):
            return result == .success(true) && key == list.shownOrder.key ? list.startAtSelection() : []
        case .history(let id, let result):
            take(result, ofHistory: id)
            return []
        case .ids(let request, let result, let isLast):
            take(result, ofCollecting: request, isLast: isLast)
            return []
        case .tags(let beginning, let result):
            take(result, ofTags: beginning)
            return []
        case .text(let id, let result): return take(result, ofText: id)
        case .deletion(let ids, let result):
            take(result, ofDeleting: ids)
            return []
        case .bytes(let id, .success(let bytes)):
            return [.copy(bytes: bytes, .text(promptID: id, bytes: bytes.count))]
        case .bytes(_, .failure(let error)):
            complain(error.sentence)
            return []
        case .copied(let what, let outcome): return take(outcome, of: what)
        case .change(let change, let result): return take(result, of: change)
        case .maintenance(let overview):
            maintenance.show(overview, in: MaintenanceScreen.Areas(body))
            return []
        case .task(let id, let event):
            tasks.take(event, of: id)
            return []
        case .taskEnded(let id, let result): return take(result, ofTask: id)
        case .examined(let examination): return take(examination)
        case .kept(let change, let holder): return keep(change, holder)
        case .settled(let result): return take(result)
        case .libraryChanged: return refresh()
        case .watchFailed(let error):
            isWatching = false
            complain(error.sentence)
            return []
        case .opened(.success(let library)):
            self = Browser(size: size, library: library, preferences: preferences)
            return start(at: now)
        case .opened(.failure(let error)):
            complain(error.sentence)
            return []
        }
    }

    private mutating func takeFailure(of request: Int, _ error: StoreError) -> [Effect] {
        guard list.awaits(request), error != .cancelled else { return [] }
        if case .promptGone = error, let effects = list.readWithoutSelection() { return effects }
        let effects = list.cancel()
        if case .promptGone = error {
            say("That prompt is not in the list.")
        } else {
            complain(error.sentence)
        }
        return effects
    }

    private mutating func take(_ result: Result<PromptDossier, StoreError>, of id: String) {
        guard id == wantedDossier else { return }
        switch result {
        case .success(let dossier):
            let isOther = shownDossier != id
            shownDossier = id
            dossierError = nil
            detail.show(dossier.detail, now: now)
            metrics.show(dossier.metrics)
            feedback.show(dossier.feedback, now: now, isOther: isOther)
        case .failure(.cancelled): break
        case .failure(.locked) where id == shownDossier: break  // What was read before is as good as ever.
        case .failure(let error): dossierError = error
        }
    }

    /// Reads again what is on the screen, after some process has changed the file.
    mutating func refresh() -> [Effect] {
        var effects = list.reload() + [.countTotal] + wantDossier() + [.prepare(.order(list.shownOrder.key))]
        if !list.query.isEmpty { effects.append(.countFound(list.query)) }
        if case .filter = overlays.last { effects.append(.countFacets(list.query)) }
        if let wantedLineage {
            effects += [.readLineage(id: wantedLineage, extent: lineage.extent), .prepare(.lineage)]
        }
        if isMaintenanceOpen { effects.append(.readMaintenance) }
        if let history = openedHistory { effects.append(.readHistory(id: history.promptID)) }
        return effects
    }
}
