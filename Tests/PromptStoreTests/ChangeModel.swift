import PromptStore

/// The simplest idea of what changes do: named values, and for each run two stacks of what each was before and after.
struct ChangeModel {
    struct Step {
        let name: String
        let title: String
        let before: String?
        let after: String?
    }

    /// `rating RUN PROMPT` or `comment NUMBER`, and what it is now.
    private(set) var values: [String: String] = [:]
    private var done: [String: [Step]] = [:]
    private var undone: [String: [Step]] = [:]
    private var comments = 0

    /// What the store should make of a change: its title, or its error.
    mutating func make(_ change: Change, by run: String) -> Result<String, StoreError> {
        switch change {
        case .rate(let prompts, let rating):
            let prompt = prompts[0]
            return .success(record("rating \(run) \(prompt)", becomes: "\(rating)", "rating \(rating)", run))
        case .withdraw(let prompts):
            let prompt = prompts[0]
            let name = "rating \(run) \(prompt)"
            guard let rating = values[name] else { return .failure(.nothingToWithdraw) }
            return .success(record(name, becomes: nil, "withdrawal of rating \(rating)", run))
        case .comment(_, let text):
            comments += 1
            return .success(record("comment \(comments)", becomes: text, "comment", run))
        case .undo:
            guard let step = done[run]?.last else { return .failure(.nothingToUndo) }
            guard values[step.name] == step.after else { return .failure(.changedSince(what: "the \(step.title)")) }
            values[step.name] = step.before
            done[run]?.removeLast()
            undone[run, default: []].append(step)
            return .success(step.title)
        case .redo:
            guard let step = undone[run]?.last else { return .failure(.nothingToRedo) }
            guard values[step.name] == step.before else { return .failure(.changedSince(what: "the \(step.title)")) }
            values[step.name] = step.after
            undone[run]?.removeLast()
            done[run, default: []].append(step)
            return .success(step.title)
        default: return .failure(.database(path: "", detail: "the model knows no \(change)"))
        }
    }

    /// Another program sets, or with nil deletes, a rating that is there.
    mutating func meddle(_ name: String, _ value: String?) { values[name] = value }

    private mutating func record(_ name: String, becomes value: String?, _ title: String, _ run: String) -> String {
        done[run, default: []].append(Step(name: name, title: title, before: values[name], after: value))
        undone[run] = []
        values[name] = value
        return title
    }
}
