import PromptStore

/// The screens of maintenance: opened, used, left for a prompt.
extension Browser {
    var isMaintenanceOpen: Bool { overlays.contains { if case .maintenance = $0 { true } else { false } } }

    /// Opens the Maintenance screen, on a kind of task where one is meant.
    mutating func openMaintenance(at kind: MaintenanceTask.Kind? = nil) -> [Effect] {
        maintenance.open()
        if let kind { maintenance.select(kind, in: MaintenanceScreen.Areas(body)) }
        overlays.append(.maintenance)
        return [.readMaintenance]
    }

    mutating func openTasks() -> [Effect] {
        tasksScreen.open()
        overlays.append(.tasks)
        return []
    }

    /// What the Maintenance screen has to read.
    var maintenanceLines: [ReadingLine] {
        maintenance.lines(
            tasks,
            unavailability: maintenance.selectedKind.flatMap(unavailability),
            width: MaintenanceScreen.Areas(body).panes.text.width,
            now: now
        )
    }

    /// What the Tasks screen has to read.
    var tasksLines: [ReadingLine] { tasksScreen.lines(tasks, width: tasksAreas.text.width, now: now) }

    private var tasksAreas: ListAndText { ListAndText(in: body.inside, leastLines: 3) }

    mutating func handleInMaintenance(_ key: Key) -> [Effect] {
        switch maintenance.handle(key, maintenanceLines, in: MaintenanceScreen.Areas(body)) {
        case .stay: break
        case .close: return []
        case .showTasks:
            overlays.append(.maintenance)
            return openTasks()
        case .cancel:
            overlays.append(.maintenance)
            let entry = maintenance.selectedKind.flatMap(tasks.newest)
            if let entry, !entry.hasEnded { return cancelTask(entry.id) }
            if key == .control("c") { overlays.removeLast() }
            return []
        case .choose(let item, let isDryRun):
            overlays.append(.maintenance)
            switch item {
            case .task(let kind): return choose(kind, isDryRun: isDryRun)
            case .backup(let backup): return isDryRun ? [] : restore(backup)
            }
        case .go(let id): return leave(for: id)
        }
        overlays.append(.maintenance)
        return []
    }

    mutating func handleInTasks(_ key: Key) -> [Effect] {
        switch tasksScreen.handle(key, tasks, tasksLines, in: tasksAreas) {
        case .stay: break
        case .close: return []
        case .cancel(let id):
            overlays.append(.tasks)
            return cancelTask(id)
        case .showMaintenance: return isMaintenanceOpen ? [] : openMaintenance()
        case .go(let id): return leave(for: id)
        }
        overlays.append(.tasks)
        return []
    }

    private mutating func leave(for promptID: String) -> [Effect] {
        overlays.removeAll()
        return focus(.prompts) + go(to: promptID)
    }

    /// Runs a task, after asking what there is to ask.
    mutating func choose(_ kind: MaintenanceTask.Kind, isDryRun: Bool = false) -> [Effect] {
        if isDryRun, !kind.hasDryRun {
            say("\(kind.title) has nothing to try out.")
            return []
        }
        if !isDryRun, let reason = unavailability(of: kind) {
            complain("That cannot be done: \(reason).")
            return []
        }
        if !kind.parameters.isEmpty {
            let backup = maintenance.overview?.backups.first(where: \.isOfThisLibrary)?.path
            overlays.append(.taskForm(TaskForm(kind, isDryRun: isDryRun, backup: backup)))
            return []
        }
        do throws(TaskParameterError) {
            return ask(before: try MaintenanceTask(kind, isDryRun: isDryRun))
        } catch {
            complain(error.sentence)
            return []
        }
    }

    mutating func handle(_ key: Key, _ form: TaskForm) -> [Effect] {
        var form = form
        switch form.handle(key) {
        case .stay: overlays.append(.taskForm(form))
        case .close: break
        case .run(let task): return ask(before: task)
        }
        return []
    }

    private mutating func restore(_ backup: Backup) -> [Effect] {
        if let reason = unavailability(of: .restore) {
            complain("That cannot be done: \(reason).")
            return []
        }
        return ask(before: .restore(from: backup.path))
    }

    /// What to know before saying yes.
    private func consequence(of task: MaintenanceTask) -> String {
        guard case .restore(let source) = task else { return task.kind.summary }
        let directory = maintenance.overview.map { " in \($0.backupDirectory)" } ?? ""
        return "All of it is replaced by \(source). What it holds now is backed up first\(directory); "
            + "restoring that backup takes this back."
    }

    /// Begins a task; where it changes the library only once a person has said so.
    mutating func ask(before task: MaintenanceTask) -> [Effect] {
        guard task.writes else { return begin(task) }
        overlays.append(
            .confirmation(
                Confirmation(
                    question: "\(task.kind.title): change \(library?.name ?? "the library")?",
                    consequence: consequence(of: task),
                    effects: [.startTask(id: 0, task)]
                )
            )
        )
        return []
    }
}
