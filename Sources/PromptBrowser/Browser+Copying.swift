/// Copying to where a person can paste from.
extension Browser {
    /// Hands over a command for the shell.
    func copyCommand() -> [Effect] {
        guard let subject, let library else { return [] }
        let command = "prompt-alchemy show \(ShellWord.quoted(subject))\(library.option)"
        return [.copy(bytes: Array(command.utf8), .command(command))]
    }

    /// Says what became of it, and no more than can be known.
    mutating func take(_ outcome: CopyOutcome, of what: Copied) -> [Effect] {
        let subject: String
        switch what {
        case .text(_, let bytes): subject = "the text (\(Figures.bytes(bytes)))"
        case .command(let command): subject = "“\(command)”"
        }
        switch outcome {
        case .taken(let program): say("Copied \(subject) with \(program).")
        case .takenByTmux:
            say(
                "Gave \(subject) to tmux, which can paste it; the terminal has it too if set-clipboard lets it through."
            )
        case .refused(let program): complain("\(program) did not take \(subject): nothing is copied.")
        case .sent:
            say("Sent \(subject) to the terminal by OSC 52; whether it took it, only it knows.")
        case .tooLong(let limit):
            complain(
                "Terminals take \(Figures.bytes(limit)) by OSC 52, and \(subject) is longer: nothing is copied. "
                    + "Install wl-copy or xclip, or use \(keymap.hint(.copyCommand)) to copy a command that prints it."
            )
        }
        return use(of: what, outcome)
    }

    /// Counts a copied text as a use, where a person wants that and it may have been copied.
    private mutating func use(of what: Copied, _ outcome: CopyOutcome) -> [Effect] {
        guard preferences.countsUses, library?.isReadOnly == false, case .text(let id, _) = what else { return [] }
        switch outcome {
        case .refused, .tooLong: return []
        case .taken, .takenByTmux, .sent: return change(.use(promptID: id))
        }
    }
}
