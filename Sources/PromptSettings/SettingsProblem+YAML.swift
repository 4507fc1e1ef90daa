import Yams

extension SettingsProblem {
    /// What keeps a text from being YAML at all. Nothing of the text is in it, which may hold keys of services.
    init(_ error: any Error) {
        guard let error = error as? YamlError else {
            self.init(line: nil, column: nil, fact: "it is not YAML.")
            return
        }
        switch error {
        case .scanner(_, let fact, let mark, _), .parser(_, let fact, let mark, _), .composer(_, let fact, let mark, _):
            self.init(line: mark.line, column: mark.column, fact: "it is not YAML: \(fact).")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "\($0)" }.joined(separator: ", ")
            self.init(
                line: context.mark.line,
                column: context.mark.column,
                fact: "\(names) is there twice; leave one."
            )
        default: self.init(line: nil, column: nil, fact: "it is not YAML.")
        }
    }
}
