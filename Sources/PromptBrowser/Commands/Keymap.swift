/// Which keys call which command: those of the command table, as a person has changed them.
public struct Keymap: Equatable, Sendable {
    /// Why a key cannot call a command.
    public enum Refusal: Error, Equatable, Sendable {
        /// It was given to another command that works in the same pane.
        case taken(Key, by: Command)
    }

    /// The commands of the table, with the keys that call them now.
    public private(set) var entries = CommandTable.entries
    /// The commands whose keys a person has chosen.
    public private(set) var changed: Set<Command> = []

    /// The keys of the command table.
    public init() {}

    /// Has these keys, and no others, call a command. They are taken from commands that have them by default.
    public mutating func bind(_ command: Command, to keys: [Key]) throws(Refusal) {
        guard let index = entries.firstIndex(where: { $0.command == command }) else { return }
        let panes = Set(entries[index].panes)
        let rivals = entries.indices.filter { $0 != index && !panes.isDisjoint(with: entries[$0].panes) }
        for rival in rivals where changed.contains(entries[rival].command) {
            guard let key = keys.first(where: entries[rival].keys.contains) else { continue }
            throw .taken(key, by: entries[rival].command)
        }
        for rival in rivals { entries[rival].keys.removeAll(where: keys.contains) }
        entries[index].keys = keys
        changed.insert(command)
    }

    /// The commands that must have a key and have none: with these two every other one can be reached.
    public var unreachable: [Command] { [.palette, .quit].filter { keys(of: $0).isEmpty } }

    /// The keys that call a command.
    public func keys(of command: Command) -> [Key] { entries.first { $0.command == command }?.keys ?? [] }

    /// The command that a key calls in a pane.
    func command(for key: Key, in pane: Pane) -> Command? {
        entries.first { $0.keys.contains(key) && $0.panes.contains(pane) }?.command
    }

    /// How a sentence names the key of a command.
    func hint(_ command: Command) -> String {
        keys(of: command).first?.name ?? "\(keys(of: .palette).first?.name ?? "") \(command.name)"
    }

    /// The keys of a command as the footer writes them; those of all ratings together.
    func footerKeys(of entry: CommandEntry) -> String {
        guard case .rate = entry.command else { return entry.keys.first?.name ?? "" }
        let names = (1...5).compactMap { keys(of: .rate($0)).first?.name }
        let values = names.compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first?.value : nil }
        let isRow = values.count == 5 && zip(values, values.dropFirst()).allSatisfy { $0 + 1 == $1 }
        return isRow ? "\(names[0])-\(names[4])" : names.joined()
    }
}
