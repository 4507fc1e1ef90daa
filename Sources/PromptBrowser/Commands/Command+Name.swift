extension Command {
    /// What it is called in a configuration, such as `half-page-down` or `rate-5`: the case's own name, which must
    /// therefore stay as it is once people may have written it down.
    public var name: String {
        if case .runTask(let kind) = self { return "run-\(kind.rawValue)" }
        var name = ""
        for character in "\(self)" where character != ")" {
            if character.isUppercase { name += "-" }
            name += character == "(" ? "-" : character.lowercased()
        }
        return name
    }
}
