/// The five panes, in the order that Tab goes through them.
public enum Pane: Int, CaseIterable, Hashable, Sendable {
    case prompts, detail, lineage, metrics, feedback

    /// Its name on the screen.
    var title: String {
        switch self {
        case .prompts: "Prompts"
        case .detail: "Detail"
        case .lineage: "Lineage"
        case .metrics: "Metrics"
        case .feedback: "Feedback"
        }
    }

    /// The pane `steps` further, around the corner if need be.
    func next(_ steps: Int) -> Pane {
        let all = Self.allCases
        return all[((rawValue + steps) % all.count + all.count) % all.count]
    }
}
